// en: What is due between two dates, and who answers for it
// zh: 两个日期之间到期的任务及责任机构
// param from: date e.g. 2023-01-01 -- first day -- 起始日期
// param to: date e.g. 2023-12-31 -- last day -- 截止日期
// param agency: agency = any -- only what this body answers for -- 只看该机构承担的
// param document: document = any -- only this document -- 只看该文件
// column due: last day by which it must be done -- 完成期限的最后一天
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column ongoing: whether it goes on afterwards -- 是否持续推进
// column evidence: the time as written -- 原文中的时间
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(m:Measure)
WHERE t.kind = 'due' AND t.date >= $from AND t.date <= $to
MATCH (d:Document)-[:HAS_MEASURE]->(m)
WHERE d.key IN $document // if document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN t.date AS due, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number,
       m.text AS measure, agencies, m.ongoing AS ongoing,
       h.evidence AS evidence, h.page AS page, h.start AS start, h.end AS end
ORDER BY due, d.key, m.order, h.start
