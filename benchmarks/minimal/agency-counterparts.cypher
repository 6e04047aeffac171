MATCH (a:Agency)-[c:COUNTERPART_OF]->(up:Agency) WHERE a.key IN $agency
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH a, c, up, collect(m.name) AS measures
OPTIONAL MATCH (up)-[:RESPONSIBLE_FOR]->(n:Measure)
WITH a, c, up, measures, collect(n.name) AS counterpart_measures
RETURN a.name AS agency, c.function AS function, up.name AS counterpart, measures, counterpart_measures
ORDER BY a.key, up.key, function
