OPTIONAL MATCH (o:Document)-[:HAS_MEASURE]->(:Measure)-[:IN_DOMAIN]->(:Domain)-[:BROADER*0..]->(y:Domain)
WHERE o.key IN $other
WITH collect(DISTINCT y.key) AS reached
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:IN_DOMAIN]->(x:Domain)
WHERE d.key IN $document AND NOT x.key IN reached
WITH x, m, d ORDER BY d.key, m.order
WITH x, collect(m.name) AS numbers
RETURN x.key AS domain, size(numbers) AS measures, numbers
ORDER BY measures DESC, domain
