MATCH (m:Measure)-[c:CITES]->(g:Regulation)
WHERE c.action IN ['enact', 'revise', 'repeal']
MATCH (d:Document)-[:HAS_MEASURE]->(m)
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN c.action AS action, g.title AS regulation, g.doc_number AS doc_number,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, agencies, m.due AS due,
       c.evidence AS evidence, c.page AS page, c.start AS start, c.end AS end
ORDER BY action, d.key, m.order, g.key, c.start
