MATCH (a:Agency)-[c:COUNTERPART_OF]->(up:Agency) WHERE a.key IN $agency
RETURN a.name AS agency, c.function AS function, up.name AS counterpart,
       [(a)-[:RESPONSIBLE_FOR]->(m:Measure) | m.name] AS measures,
       [(up)-[:RESPONSIBLE_FOR]->(m:Measure) | m.name] AS counterpart_measures
ORDER BY a.key, up.key, function
