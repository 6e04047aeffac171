MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(m:Measure)
WHERE t.kind = 'due' AND t.date < $on AND NOT coalesce(m.status, '') IN ['done', 'dropped']
MATCH (d:Document)-[:HAS_MEASURE]->(m)
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN t.date AS due, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number,
       m.text AS measure, agencies, m.ongoing AS ongoing, h.evidence AS evidence, h.page AS page
ORDER BY due, d.key, m.order, h.start
