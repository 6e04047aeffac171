// en: Which branches of power work together: party, government, court, congress, customs …
// zh: 党委、政府、法院、人大、海关等系统之间的协作
// column system: one branch -- 一个系统
// column other: another branch -- 另一个系统
// column measures: measures that bodies of both share -- 共同承担的任务数
// column pairs: pairs of bodies that share one -- 机构对数
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
