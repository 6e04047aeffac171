// en: Measures that go on without end
// zh: 持续推进、没有终点的任务
// param agency: agency = any -- only measures of this body -- 只看该机构的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column due: last day of a due date beside, if any -- 同时写明的完成期限
// column agencies: bodies that answer for it -- 承担机构
// column page: page of the measure -- 页码
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.ongoing
  AND d.key IN $document // if document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, agencies, m.page AS page
ORDER BY d.key, m.order
