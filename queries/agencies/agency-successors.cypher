// en: Bodies that were renamed or merged, their successors, and what they still answer for
// zh: 已更名或合并的机构、其承继机构及名下任务
// column agency: full name at the document's date -- 发文时的机构全称
// column region: region it serves -- 所属地区
// column successor: full name of the body that took over -- 承继机构全称
// column on: day of the change -- 变更日期
// column measures: measures that the former name answers for -- 原名称承担的任务
MATCH (a:Agency)-[s:SUCCEEDED_BY]->(b:Agency)
CALL (a) {
  OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  WITH DISTINCT m, d ORDER BY d.key, m.order
  RETURN collect(m.name) AS measures
}
RETURN a.name AS agency, a.region AS region, b.name AS successor, s.on AS on, measures
ORDER BY a.key, b.key
