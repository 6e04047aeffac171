MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.status IS NOT NULL
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.status AS status, m.status_on AS status_on, m.status_source AS status_source, m.due AS due,
       CASE WHEN m.status <> 'dropped' THEN m.status_on > m.due END AS late, agencies
ORDER BY d.key, m.order
