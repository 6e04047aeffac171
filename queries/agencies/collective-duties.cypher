// en: What is asked of governments and bodies as a group (各级政府, 成员单位)
// zh: 各级党委、政府及成员单位等集体的任务
// param region: region = any -- only this region, narrower ones included -- 只看该地区（含下级地区）
// column agency: the group as written -- 集体名称
// column region: jurisdiction it is meant in -- 所属地区
// column role: lead, responsible or support -- 角色
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column due: last day by which it must be done -- 完成期限的最后一天
// column evidence: the clause that names it -- 点名该集体的原文
// column page: page of the evidence -- 页码
// column start: first character of the body's name -- 机构名称起点
// column end: character after it -- 机构名称终点
MATCH (a:Agency)-[:SERVES]->(:Region)-[:WITHIN*0..]->(g:Region) WHERE g.key IN $region // if region
WITH DISTINCT a // if region
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.kind = 'collective'
RETURN a.name AS agency, a.region AS region, r.role AS role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, r.evidence AS evidence, r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, m.order, a.key, r.role, r.start
