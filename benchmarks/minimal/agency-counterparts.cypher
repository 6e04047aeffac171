MATCH (a:Agency)-[c:COUNTERPART_OF]->(up:Agency)
WHERE a.key IN $agency
CALL (a) {
  OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  WITH DISTINCT m, d ORDER BY d.key, m.order
  RETURN collect(m.name) AS measures
}
CALL (up) {
  OPTIONAL MATCH (up)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  WITH DISTINCT m, d ORDER BY d.key, m.order
  RETURN collect(m.name) AS counterpart_measures
}
RETURN a.name AS agency, a.region AS region, c.function AS function,
       up.name AS counterpart, up.region AS counterpart_region, measures, counterpart_measures
ORDER BY a.key, up.key, function
