// en: Duties that come back each year, quarter or month on a stated day
// zh: 每年、每季或每月到期的任务
// column recurring: yearly, quarterly or monthly -- 周期
// column on: the day, as --MM-DD -- 日期（--月-日）
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column evidence: the time as written -- 原文中的时间
// column page: page of the evidence -- 页码
MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE t.recurring IS NOT NULL
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN t.recurring AS recurring, t.on AS on, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       m.number AS number, m.text AS measure, agencies, h.evidence AS evidence, h.page AS page
ORDER BY recurring, on, d.key, m.order, h.start
