MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH a, count(DISTINCT m) AS measures
RETURN a.name AS agency, measures ORDER BY measures DESC, a.key LIMIT $limit
