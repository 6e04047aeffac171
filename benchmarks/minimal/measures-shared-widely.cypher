MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH m, collect(DISTINCT a.name) AS agencies WHERE size(agencies) >= $bodies
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN size(agencies) AS bodies, d.doc_number AS document, m.text AS measure, agencies ORDER BY bodies DESC, d.key, m.order
