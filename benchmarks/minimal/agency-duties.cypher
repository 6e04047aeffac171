MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document) WHERE a.key IN $agency
RETURN r.role AS role, d.doc_number AS document, m.number AS number, m.text AS measure, m.due AS due
ORDER BY d.key, m.order, role
