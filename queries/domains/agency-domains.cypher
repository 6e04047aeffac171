// en: The domains a body works in
// zh: 某机构工作所涉的领域
// param agency: agency e.g. 省法院 -- the body: full name, short name or alias -- 机构：全称、简称或别称
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column domain: path of the domain -- 领域路径
// column measures: its measures in the domain -- 该领域的任务数
// column share: share of the body's measures, 0 to 1 -- 占该机构任务的比例
// column numbers: the measures -- 任务
MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
WITH DISTINCT a, m, d ORDER BY d.key, m.order
WITH a, collect(m) AS mine
UNWIND mine AS m
MATCH (m)-[:IN_DOMAIN]->(x:Domain)
WITH a, size(mine) AS total, x, collect(m.name) AS numbers
RETURN a.name AS agency, a.region AS region, x.key AS domain, size(numbers) AS measures,
       toFloat(size(numbers)) / total AS share, numbers
ORDER BY a.key, measures DESC, domain
