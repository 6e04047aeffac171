// en: What a body leads, answers for and supports, with deadlines
// zh: 某机构牵头、负责和配合的任务及时限
// param agency: agency e.g. 省法院 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// param role: role = any -- only this role: lead, responsible or support -- 只看一种角色：lead 牵头、responsible 负责、support 配合
// param region: region = any -- only bodies of this region, narrower ones included -- 只看该地区（含下级地区）的机构
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column role: lead, responsible or support -- 角色
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column due: last day by which it must be done -- 完成期限的最后一天
// column deadlines: times as written -- 原文中的时间
// column ongoing: whether it goes on without end -- 是否持续推进
// column written: the body's name as written -- 原文中的机构名称
// column evidence: the clause that names it -- 点名该机构的原文
// column page: page of the evidence -- 页码
// column start: first character of the body's name -- 机构名称起点
// column end: character after it -- 机构名称终点
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
  AND r.role = $role // if role
  AND EXISTS { MATCH (a)-[:SERVES]->(:Region)-[:WITHIN*0..]->(g:Region) WHERE g.key IN $region } // if region
OPTIONAL MATCH (m)-[:HAS_DEADLINE]->(t:Deadline)
WITH a, r, m, d, t ORDER BY t.key
WITH a, r, m, d, collect(t.text) AS deadlines
RETURN a.name AS agency, a.region AS region, r.role AS role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, deadlines, m.ongoing AS ongoing,
       r.surface AS written, r.evidence AS evidence, r.page AS page, r.start AS start, r.end AS end
ORDER BY a.key, d.key, m.order, r.role, r.start
