MATCH (m:Measure)
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a) AS team
}
WITH team, count(*) AS measures
UNWIND team AS a
UNWIND team AS b
WITH a, b, measures
WHERE a.key < b.key
WITH a, b, sum(measures) AS shared
RETURN a.name AS agency, a.region AS region, b.name AS partner, b.region AS partner_region, shared
ORDER BY shared DESC, a.key, b.key
LIMIT $limit
