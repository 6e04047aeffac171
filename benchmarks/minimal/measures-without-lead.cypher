MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)
WITH m, collect(DISTINCT a.name) AS agencies, collect(r.role) AS roles WHERE size(agencies) > 1 AND NOT 'lead' IN roles
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN d.doc_number AS document, m.text AS measure, agencies ORDER BY d.key, m.order
