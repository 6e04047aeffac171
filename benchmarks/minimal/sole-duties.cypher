MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN collect(DISTINCT a) AS bodies
}
WITH d, m, bodies[0] AS a, size(bodies) AS bodies
WHERE bodies = 1
RETURN a.name AS agency, a.region AS region,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, m.ongoing AS ongoing, m.page AS page
ORDER BY a.key, d.key, m.order
