// en: Measures that state no time of any kind, nor that they go on
// zh: 未写任何时间、也未注明持续推进的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE NOT coalesce(m.ongoing, false)
  AND NOT EXISTS { MATCH (m)-[:HAS_DEADLINE]->(:Deadline) }
  AND d.key IN $document // if document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       agencies, m.page AS page
ORDER BY d.key, m.order
