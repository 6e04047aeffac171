// en: The bodies a document names, with their roles
// zh: 某文件涉及的机构及其角色
// param document: document e.g. 关于强化知识产权保护的实施方案 -- the document: number or title -- 文件：文号或标题
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column written: its names in the clauses -- 原文中的名称
// column measures: measures it answers for in any role -- 承担的任务数
// column lead: measures it leads -- 牵头的任务数
// column responsible: measures it is responsible for -- 负责的任务数
// column support: measures it supports -- 配合的任务数
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WHERE d.key IN $document
WITH a, m, r ORDER BY r.surface
WITH a, collect(DISTINCT r.surface) AS written, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support
RETURN a.name AS agency, a.region AS region, written, measures, lead, responsible, support
ORDER BY measures DESC, a.key
