MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure) WHERE r.capacity IS NOT NULL
RETURN a.name AS agency, r.capacity AS capacity, count(DISTINCT m) AS measures
ORDER BY measures DESC, agency, capacity
