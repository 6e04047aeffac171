MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
CALL (m) {
  MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position, count(CASE WHEN r.role = 'lead' THEN 1 END) AS leads
  ORDER BY position, a.key
  RETURN collect(a.name) AS agencies, sum(leads) AS leads
}
WITH d, m, agencies, leads
WHERE leads = 0 AND size(agencies) > 1
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       size(agencies) AS bodies, agencies, m.due AS due, m.page AS page
ORDER BY d.key, m.order
