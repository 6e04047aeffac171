MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)-[c:CITES]->(g:Regulation)
WHERE a.key IN $agency
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN a.name AS agency, a.region AS region, c.action AS action, g.title AS regulation,
       g.doc_number AS doc_number, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, r.role AS role, m.due AS due, c.evidence AS evidence, c.page AS page
ORDER BY a.key, d.key, m.order, c.start, g.key, role
