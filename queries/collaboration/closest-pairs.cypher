// en: The bodies that share most measures
// zh: 共同承担任务最多的机构对
// param limit: int = 20 -- how many rows at most -- 最多行数
// column agency: full name of one body -- 机构全称
// column region: region it serves -- 所属地区
// column partner: full name of the other -- 合作机构全称
// column partner_region: region it serves -- 合作机构所属地区
// column shared: measures that both answer for -- 共同承担的任务数
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
