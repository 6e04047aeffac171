MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE d.key IN $document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, r ORDER BY r.position, a.key
  RETURN collect(CASE WHEN r.role = 'lead' THEN a.name END) AS lead,
         collect(CASE WHEN r.role = 'responsible' THEN a.name END) AS responsible,
         collect(CASE WHEN r.role = 'support' THEN a.name END) AS support
}
CALL (m) {
  OPTIONAL MATCH (m)<-[:HAS_MEASURE]-(s:Section)
  RETURN min(s.name) AS section
}
RETURN m.number AS number, section, m.text AS measure, lead, responsible, support,
       m.due AS due, m.ongoing AS ongoing, m.page AS page, m.start AS start, m.end AS end
ORDER BY d.key, m.order
