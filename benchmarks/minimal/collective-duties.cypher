MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document) WHERE a.kind = 'collective'
RETURN a.name AS agency, r.role AS role, d.doc_number AS document, m.number AS number, m.text AS measure
ORDER BY d.key, m.order, a.key, role
