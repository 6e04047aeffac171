MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:RESPONSIBLE_FOR]-(b:Agency) WHERE a.key IN $agency AND b.key <> a.key
WITH a, b, collect(DISTINCT m.name) AS measures
RETURN a.name AS agency, b.name AS partner, measures ORDER BY a.key, size(measures) DESC, b.key
