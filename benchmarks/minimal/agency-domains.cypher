MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
WITH DISTINCT a, m, d ORDER BY d.key, m.order
WITH a, collect(m) AS mine
UNWIND mine AS m
MATCH (m)-[:IN_DOMAIN]->(x:Domain)
WITH a, size(mine) AS total, x, collect(m.name) AS numbers
RETURN a.name AS agency, a.region AS region, x.key AS domain, size(numbers) AS measures,
       toFloat(size(numbers)) / total AS share, numbers
ORDER BY a.key, measures DESC, domain
