MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE d.key IN $document
OPTIONAL MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m)
WITH d, m, collect(r.role + a.name) AS bodies
RETURN m.number AS number, m.text AS measure, bodies, m.due AS due
ORDER BY d.key, m.order
