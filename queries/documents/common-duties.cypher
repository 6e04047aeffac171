// en: What two documents give the same body, or a body and its counterpart one level apart
// zh: 两个文件交给同一机构（或上下级对口机构）的任务
// param first: document e.g. 关于强化知识产权保护的实施方案 -- one document: number or title -- 一个文件：文号或标题
// param second: document e.g. 山东省2023-2025年知识产权保护推进计划 -- the other -- 另一个文件
// param agency: agency = any -- only this body -- 只看该机构
// column relation: same body, or counterparts by function -- 关系：same 同一机构，counterpart 对口机构
// column agency: body in the first document -- 第一个文件中的机构
// column measures: what the first document gives it -- 第一个文件交给它的任务
// column other_agency: body in the second document -- 第二个文件中的机构
// column other_measures: what the second gives it -- 第二个文件交给它的任务
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WHERE d.key IN $first
WITH DISTINCT a, d, m ORDER BY d.key, m.order
WITH a, collect(m.name) AS measures
CALL (a) {
  RETURN a AS b, 'same' AS relation
  UNION
  MATCH (a)-[:COUNTERPART_OF]-(b:Agency)
  RETURN DISTINCT b, 'counterpart' AS relation
}
WITH a, measures, b, relation // if agency
WHERE a.key IN $agency OR b.key IN $agency // if agency
MATCH (b)-[:RESPONSIBLE_FOR]->(n:Measure)<-[:HAS_MEASURE]-(e:Document)
WHERE e.key IN $second
WITH DISTINCT relation, a, measures, b, e, n ORDER BY e.key, n.order
WITH relation, a, measures, b, collect(n.name) AS other_measures
RETURN relation, a.name AS agency, measures, b.name AS other_agency, other_measures
ORDER BY relation DESC, a.key, b.key
