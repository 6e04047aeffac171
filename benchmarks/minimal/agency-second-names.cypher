MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)
WHERE r.capacity IS NOT NULL
WITH a, r.capacity AS capacity, count(DISTINCT m) AS measures, min(r.evidence) AS evidence
RETURN a.name AS agency, a.region AS region, capacity, measures, evidence
ORDER BY measures DESC, a.key, capacity
