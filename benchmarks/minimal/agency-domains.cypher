MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)-[:IN_DOMAIN]->(x:Domain) WHERE a.key IN $agency
WITH a, x, collect(DISTINCT m.name) AS numbers
RETURN a.name AS agency, x.key AS domain, numbers ORDER BY a.key, size(numbers) DESC, domain
