MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.kind = 'collective'
RETURN a.name AS agency, a.region AS region, r.role AS role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, r.evidence AS evidence, r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, m.order, a.key, r.role, r.start
