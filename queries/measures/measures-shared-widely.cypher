// en: Measures shared by many bodies
// zh: 由许多机构共同承担的任务
// param bodies: int = 5 -- at least so many bodies -- 至少几个机构
// param document: document = any -- only this document -- 只看该文件
// column bodies: how many share it -- 机构数
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: their full names, in the clause's order -- 机构全称，按原文顺序
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE d.key IN $document // if document
CALL (m) {
  MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
WITH d, m, agencies
WHERE size(agencies) >= $bodies
RETURN size(agencies) AS bodies, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, m.text AS measure, agencies, m.page AS page
ORDER BY bodies DESC, d.key, m.order
