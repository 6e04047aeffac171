MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
CALL (m) {
  MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
WITH d, m, agencies
WHERE size(agencies) >= $bodies
RETURN size(agencies) AS bodies, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, m.text AS measure, agencies, m.page AS page
ORDER BY bodies DESC, d.key, m.order
