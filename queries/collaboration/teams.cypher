// en: Sets of bodies that answer together for several measures, nobody else beside them
// zh: 反复以同一组合承担任务的机构
// param least: int = 2 -- at least so many measures -- 至少几项任务
// column bodies: how many bodies -- 机构数
// column agencies: their full names -- 机构全称
// column measures: measures of exactly this set -- 该组合承担的任务数
// column numbers: these measures -- 这些任务
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a.key) AS team, collect(a.name) AS agencies
}
WITH d.key AS document, m.order AS place, m.name AS number, team, agencies
WHERE size(team) > 1
WITH number, team, agencies ORDER BY document, place
WITH team, agencies, collect(number) AS numbers
WHERE size(numbers) >= $least
RETURN size(team) AS bodies, agencies, size(numbers) AS measures, numbers
ORDER BY measures DESC, bodies DESC, agencies
