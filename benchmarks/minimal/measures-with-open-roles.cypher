MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE size(m.open_roles) > 0
RETURN d.doc_number AS document, m.text AS measure, m.open_roles AS open_roles,
       [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies
ORDER BY d.key, m.order
