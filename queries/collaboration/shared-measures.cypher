// en: The measures that two bodies share
// zh: 两个机构共同承担的任务
// param agency: agency e.g. 省法院 -- one body: full name, short name or alias -- 一个机构：全称、简称或别称
// param partner: agency e.g. 省检察院 -- the other -- 另一个机构
// column agency: full name of one body -- 机构全称
// column role: its role -- 角色
// column partner: full name of the other -- 另一机构全称
// column partner_role: its role -- 另一机构的角色
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column due: last day by which it must be done -- 完成期限的最后一天
// column page: page of the measure -- 页码
// column start: first character of the measure -- 原文起点
// column end: character after the measure -- 原文终点
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[s:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.key IN $agency AND b.key IN $partner AND a.key <> b.key
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN a.name AS agency, r.role AS role, b.name AS partner, s.role AS partner_role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, m.page AS page, m.start AS start, m.end AS end
ORDER BY a.key, b.key, d.key, m.order, role, partner_role
