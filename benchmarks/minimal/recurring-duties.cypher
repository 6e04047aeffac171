MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline) WHERE t.recurring IS NOT NULL
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH t, d, m, collect(a.name) AS agencies
RETURN t.recurring AS recurring, d.doc_number AS document, m.number AS number, m.text AS measure, agencies
ORDER BY recurring, d.key, m.order
