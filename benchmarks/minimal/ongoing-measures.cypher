MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.ongoing
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, agencies, m.page AS page
ORDER BY d.key, m.order
