// en: The instruments a body works on, and what it does with them
// zh: 某机构承担的任务所涉文件及动作
// param agency: agency e.g. 省司法厅 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column action: enact, revise, repeal, implement, apply or mention -- 动作
// column regulation: title of the instrument -- 文件标题
// column doc_number: its number -- 文号
// column document: number of the document that says so, else its title -- 出处文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column role: the body's role in it -- 角色
// column due: last day by which it must be done -- 完成期限的最后一天
// column evidence: the words -- 原文
// column page: page of the evidence -- 页码
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)-[c:CITES]->(g:Regulation)
WHERE a.key IN $agency
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN a.name AS agency, a.region AS region, c.action AS action, g.title AS regulation,
       g.doc_number AS doc_number, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, r.role AS role, m.due AS due, c.evidence AS evidence, c.page AS page
ORDER BY a.key, d.key, m.order, c.start, g.key, role
