MATCH (m:Measure)
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a) AS team
}
WITH team, count(*) AS measures
CALL (team) {
  UNWIND team AS a
  UNWIND team AS b
  WITH a, b
  WHERE a.system < b.system
  RETURN a.system AS system, b.system AS other, collect([a.key, b.key]) AS some
}
WITH system, other, sum(measures) AS measures, collect(some) AS every
UNWIND every AS some
UNWIND some AS pair
RETURN system, other, measures, count(DISTINCT pair) AS pairs
ORDER BY measures DESC, system, other
