// en: Measures that several bodies share and none leads
// zh: 由多个机构共同承担而没有牵头单位的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column bodies: how many share it -- 共同承担的机构数
// column agencies: their full names, in the clause's order -- 机构全称，按原文顺序
// column due: last day by which it must be done -- 完成期限的最后一天
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE d.key IN $document // if document
CALL (m) {
  MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position, count(CASE WHEN r.role = 'lead' THEN 1 END) AS leads
  ORDER BY position, a.key
  RETURN collect(a.name) AS agencies, sum(leads) AS leads
}
WITH d, m, agencies, leads
WHERE leads = 0 AND size(agencies) > 1
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       size(agencies) AS bodies, agencies, m.due AS due, m.page AS page
ORDER BY d.key, m.order
