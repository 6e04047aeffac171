// en: Bodies that no vocabulary knows, with the words they were read from
// zh: 词表中没有的机构及其原文
// column agency: name as expanded -- 补全后的名称
// column region: region it was taken to serve -- 推定地区
// column written: names as written -- 原文写法
// column measures: measures it answers for -- 承担的任务数
// column documents: documents that name it -- 涉及的文件
MATCH (a:Agency)
WHERE NOT a.resolved AND a.kind <> 'collective'
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WITH a, r, m, d ORDER BY d.key, r.surface
WITH a, collect(DISTINCT r.surface) AS written, count(DISTINCT m) AS measures,
     collect(DISTINCT coalesce(d.doc_number, d.text_title, d.title, d.name)) AS documents
RETURN a.name AS agency, a.region AS region, written, measures, documents
ORDER BY measures DESC, a.key
