// en: Who a body is: names, region, functions, and how much it answers for
// zh: 某机构概况：名称、地区、职能和承担任务的数量
// param agency: agency e.g. 省法院 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// column agency: full name -- 机构全称
// column short_name: short name -- 简称
// column aliases: other names -- 别称
// column region: region it serves -- 所属地区
// column level: level of that region -- 层级
// column kind: agency, collective, unit or enterprise -- 类别
// column system: branch of public power -- 系统
// column functions: what it is for -- 职能
// column part_of: the body it belongs to -- 上属机构
// column valid_from: since when it has had this name -- 名称启用日期
// column valid_to: until when -- 名称停用日期
// column measures: measures it answers for in any role -- 承担的任务数
// column lead: measures it leads -- 牵头的任务数
// column responsible: measures it is responsible for -- 负责的任务数
// column support: measures it supports -- 配合的任务数
// column documents: documents that give it a measure -- 涉及的文件数
MATCH (a:Agency)
WHERE a.key IN $agency
CALL (a) {
  OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT d) AS documents,
         count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
         count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
         count(CASE WHEN r.role = 'support' THEN 1 END) AS support
}
CALL (a) {
  OPTIONAL MATCH (a)-[:PART_OF]->(whole:Agency)
  RETURN min(whole.name) AS part_of
}
RETURN a.name AS agency, a.short_name AS short_name, a.aliases AS aliases, a.region AS region,
       a.level AS level, a.kind AS kind, a.system AS system, a.functions AS functions, part_of,
       a.valid_from AS valid_from, a.valid_to AS valid_to,
       measures, lead, responsible, support, documents
ORDER BY a.key
