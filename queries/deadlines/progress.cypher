// en: Progress of measures that somebody noted, with the day and the source
// zh: 已记录进展的任务：状态、日期与出处
// param status: status = any -- only this status: done, partly, dropped -- 只看该状态：完成、部分完成、取消
// param document: document = any -- only this document -- 只看该文件
// param agency: agency = any -- only what this body answers for -- 只看该机构承担的
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column status: done, partly or dropped -- 进展：done 完成，partly 部分完成，dropped 取消
// column status_on: the day of which that is true -- 状态日期
// column status_source: where that stands -- 出处
// column due: last day by which it has to be done -- 完成期限的最后一天
// column late: whether it was done after that day, or was not yet done then; none without a day -- 是否逾期，无期限时为空
// column agencies: bodies that answer for it -- 承担机构
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.status IS NOT NULL
  AND m.status = $status // if status
  AND d.key IN $document // if document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.status AS status, m.status_on AS status_on, m.status_source AS status_source, m.due AS due,
       CASE WHEN m.status <> 'dropped' THEN m.status_on > m.due END AS late, agencies
ORDER BY d.key, m.order
