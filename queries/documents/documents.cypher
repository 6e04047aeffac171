// en: The documents in the graph
// zh: 图谱中的文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column title: title as published -- 公布的标题
// column text_title: title of the text it issues -- 所印发文件的标题
// column issued_on: day of issue -- 成文日期
// column issuers: issuing bodies -- 发文机关
// column level: country, province, city or county; none where nothing tells -- 层级，无从得知时为空
// column doubt: what there is to check of it (ambiguous region: it is open whose it is; same_key) -- 存疑之处（ambiguous region 所属地区不明、same_key 与另一文本同键）
// column measures: its measures -- 任务数
// column agencies: bodies that answer for them -- 承担机构数
// column dated: measures with a due date -- 有完成期限的任务数
// column ongoing: measures that go on -- 持续推进的任务数
MATCH (d:Document)
CALL (d) {
  OPTIONAL MATCH (d)-[i:ISSUED_BY]->(a:Agency)
  WITH i, a ORDER BY i.position, a.key
  RETURN collect(a.name) AS issuers
}
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
  RETURN count(m) AS measures, count(m.due) AS dated, count(CASE WHEN m.ongoing THEN 1 END) AS ongoing
}
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT a) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title,
       d.text_title AS text_title, d.issued_on AS issued_on, issuers, d.level AS level, d.doubt AS doubt,
       measures, agencies, dated, ongoing
ORDER BY issued_on, d.key
