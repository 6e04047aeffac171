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
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE d.key IN $document // if document
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN collect(DISTINCT a) AS bodies
}
WITH d, m, bodies[0] AS a, size(bodies) AS bodies
WHERE bodies = 1
RETURN a.name AS agency, a.region AS region,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, m.ongoing AS ongoing, m.page AS page
ORDER BY a.key, d.key, m.order
