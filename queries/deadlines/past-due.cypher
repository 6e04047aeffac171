// en: Past due at a date: the date has passed and no completion is recorded
// zh: 某日已过期的任务：期限已过且没有完成记录
// param on: date = today -- the day of the check -- 查询日期
// param agency: agency = any -- only what this body answers for -- 只看该机构承担的
// column due: last day by which it had to be done -- 完成期限的最后一天
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what was to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column ongoing: whether it goes on afterwards -- 是否持续推进
// column evidence: the time as written -- 原文中的时间
// column page: page of the evidence -- 页码
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(m:Measure)
WHERE t.kind = 'due' AND t.date < $on AND NOT coalesce(m.status, '') IN ['done', 'dropped']
MATCH (d:Document)-[:HAS_MEASURE]->(m)
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN t.date AS due, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number,
       m.text AS measure, agencies, m.ongoing AS ongoing, h.evidence AS evidence, h.page AS page
ORDER BY due, d.key, m.order, h.start
