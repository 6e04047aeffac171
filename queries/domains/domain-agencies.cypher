// en: Who works in a domain, narrower ones included
// zh: 某领域（含下级领域）的承担机构
// param domain: domain e.g. 知识产权 -- the domain: name or path -- 领域：名称或路径
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column measures: its measures in the domain -- 该领域的任务数
// column lead: of these, measures it leads -- 其中牵头
// column responsible: of these, measures it is responsible for -- 其中负责
// column support: of these, measures it supports -- 其中配合
MATCH (x:Domain)-[:BROADER*0..]->(top:Domain)
WHERE top.key IN $domain
WITH DISTINCT x
MATCH (x)<-[:IN_DOMAIN]-(m:Measure)
WITH DISTINCT m
MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WITH a, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support
RETURN a.name AS agency, a.region AS region, measures, lead, responsible, support
ORDER BY measures DESC, agency, region
