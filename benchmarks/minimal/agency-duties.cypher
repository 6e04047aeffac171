MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
OPTIONAL MATCH (m)-[:HAS_DEADLINE]->(t:Deadline)
WITH a, r, m, d, t ORDER BY t.key
WITH a, r, m, d, collect(t.text) AS deadlines
RETURN a.name AS agency, a.region AS region, r.role AS role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, deadlines, m.ongoing AS ongoing,
       r.surface AS written, r.evidence AS evidence, r.page AS page, r.start AS start, r.end AS end
ORDER BY a.key, d.key, m.order, r.role, r.start
