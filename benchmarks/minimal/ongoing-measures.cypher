MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE m.ongoing
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH d, m, collect(a.name) AS agencies
RETURN d.doc_number AS document, m.text AS measure, agencies ORDER BY d.key, m.order
