// en: Bodies that answer under a second name (省版权局), and how often
// zh: 以加挂牌子名义承担任务的机构及次数
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column capacity: the second name, given in brackets -- 括号中的名称
// column measures: measures given under it -- 以该名义承担的任务数
// column evidence: one of the clauses, as written -- 原文示例
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)
WHERE r.capacity IS NOT NULL
WITH a, r.capacity AS capacity, count(DISTINCT m) AS measures, min(r.evidence) AS evidence
RETURN a.name AS agency, a.region AS region, capacity, measures, evidence
ORDER BY measures DESC, a.key, capacity
