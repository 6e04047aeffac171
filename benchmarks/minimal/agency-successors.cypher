MATCH (a:Agency)-[s:SUCCEEDED_BY]->(b:Agency)
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH a, s, b, collect(m.name) AS measures
RETURN a.name AS agency, b.name AS successor, s.on AS on, measures
ORDER BY agency, successor
