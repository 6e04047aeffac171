// en: Measures that one body answers for alone
// zh: 由一个机构单独负责的任务
// param agency: agency = any -- only this body -- 只看该机构
// param document: document = any -- only this document -- 只看该文件
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column due: last day by which it must be done -- 完成期限的最后一天
// column ongoing: whether it goes on without end -- 是否持续推进
// column page: page of the measure -- 页码
MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE ($agency IS NULL OR a.key IN $agency)
  AND ($document IS NULL OR d.key IN $document)
  AND NOT EXISTS { MATCH (other:Agency)-[:RESPONSIBLE_FOR]->(m) WHERE other.key <> a.key }
WITH DISTINCT a, m, d
RETURN a.name AS agency, a.region AS region,
       coalesce(d.doc_number, d.text_title, d.title) AS document, m.number AS number, m.text AS measure,
       m.due AS due, m.ongoing AS ongoing, m.page AS page
ORDER BY a.key, d.key, m.order
