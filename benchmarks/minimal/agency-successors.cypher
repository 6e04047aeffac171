MATCH (a:Agency)-[s:SUCCEEDED_BY]->(b:Agency)
RETURN a.name AS agency, b.name AS successor, s.on AS on, [(a)-[:RESPONSIBLE_FOR]->(m:Measure) | m.name] AS measures
ORDER BY agency, successor
