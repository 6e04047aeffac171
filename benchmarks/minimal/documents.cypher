MATCH (d:Document)
OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH d, count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
RETURN d.doc_number AS document, d.title AS title, d.issued_on AS issued_on, measures, agencies ORDER BY issued_on, d.key
