MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE t.recurring IS NOT NULL
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN t.recurring AS recurring, t.on AS on, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, m.text AS measure, agencies, h.evidence AS evidence, h.page AS page
ORDER BY recurring, on, d.key, m.order, h.start
