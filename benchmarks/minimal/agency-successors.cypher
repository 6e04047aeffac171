MATCH (a:Agency)-[s:SUCCEEDED_BY]->(b:Agency)
CALL (a) {
  OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  WITH DISTINCT m, d ORDER BY d.key, m.order
  RETURN collect(m.name) AS measures
}
RETURN a.name AS agency, a.region AS region, b.name AS successor, s.on AS on, measures
ORDER BY a.key, b.key
