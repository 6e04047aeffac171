// en: A body's counterpart one level up, and what each answers for
// zh: 某机构的上一级对口机构及双方承担的任务
// param agency: agency e.g. 济南市市场监管局 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column function: the function that both have -- 对口职能
// column counterpart: full name of the body one level up -- 上一级对口机构全称
// column counterpart_region: region the counterpart serves -- 对口机构所属地区
// column measures: measures the body answers for -- 本机构的任务
// column counterpart_measures: measures the counterpart answers for -- 对口机构的任务
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
