MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE d.key IN $document
RETURN m.number AS number, m.text AS measure, [(a:Agency)-[r:RESPONSIBLE_FOR]->(m) | [r.role, a.name]] AS bodies, m.due AS due
ORDER BY d.key, m.order
