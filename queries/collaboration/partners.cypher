// en: Who works with a body, and on what
// zh: 与某机构共同承担任务的机构及所涉任务
// param agency: agency e.g. 省法院 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// column agency: full name of the body -- 机构全称
// column partner: full name of the partner -- 合作机构全称
// column partner_region: region the partner serves -- 合作机构所属地区
// column shared: measures that both answer for -- 共同承担的任务数
// column measures: these measures -- 这些任务
// column documents: documents they stand in -- 所在文件
MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
WITH DISTINCT a, m, d
MATCH (m)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE b.key <> a.key
WITH DISTINCT a, b, m, d ORDER BY d.key, m.order
WITH a, b, collect(m.name) AS measures,
     collect(DISTINCT coalesce(d.doc_number, d.text_title, d.title, d.name)) AS documents
RETURN a.name AS agency, b.name AS partner, b.region AS partner_region, size(measures) AS shared,
       measures, documents
ORDER BY a.key, shared DESC, b.key
