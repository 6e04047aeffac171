MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline) WHERE t.recurring IS NOT NULL
RETURN t.recurring AS recurring, d.doc_number AS document, m.number AS number, m.text AS measure,
       [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies
ORDER BY recurring, d.key, m.order
