MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
WHERE t.kind = 'due' AND t.date >= $from AND t.date <= $to
WITH a, count(DISTINCT m) AS measures
RETURN a.name AS agency, measures ORDER BY measures DESC, a.key
