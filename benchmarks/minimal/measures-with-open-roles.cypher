MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE size(m.open_roles) > 0
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH d, m, collect(a.name) AS agencies
RETURN d.doc_number AS document, m.text AS measure, m.open_roles AS open_roles, agencies
ORDER BY d.key, m.order
