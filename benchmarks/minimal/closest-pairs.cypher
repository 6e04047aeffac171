MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:RESPONSIBLE_FOR]-(b:Agency) WHERE a.key < b.key
WITH a, b, count(DISTINCT m) AS shared
RETURN a.name AS agency, b.name AS partner, shared ORDER BY shared DESC, a.key, b.key LIMIT $limit
