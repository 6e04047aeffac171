// en: Bodies by the number of measures they answer for
// zh: 各机构承担的任务数量
// param region: region = any -- only bodies of this region, narrower ones included -- 只看该地区（含下级地区）的机构
// param document: document = any -- only measures of this document -- 只看该文件的任务
// param limit: int = 1000 -- how many rows at most -- 最多行数
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column level: level of that region -- 层级
// column kind: agency, collective, unit or enterprise -- 类别
// column measures: measures it answers for in any role -- 承担的任务数
// column lead: measures it leads -- 牵头的任务数
// column responsible: measures it is responsible for -- 负责的任务数
// column support: measures it supports -- 配合的任务数
// column dated: measures with a due date -- 有完成期限的任务数
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE d.key IN $document // if document
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)
WITH a, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support,
     count(DISTINCT CASE WHEN m.due IS NOT NULL THEN m END) AS dated
WHERE EXISTS { MATCH (a)-[:SERVES]->(:Region)-[:WITHIN*0..]->(g:Region) WHERE g.key IN $region } // if region
RETURN a.name AS agency, a.region AS region, a.level AS level, a.kind AS kind,
       measures, lead, responsible, support, dated
ORDER BY measures DESC, a.key
LIMIT $limit
