// en: Links to check: marked doubtful, or less sure than a threshold
// zh: 需要核对的关系：标记存疑或置信度偏低
// param below: float = 0.7 -- also every link less sure than this, 0 to 1 -- 同时列出置信度低于此值的关系
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure, if it is one's -- 任务编号
// column fact: kind of link -- 关系类型
// column what: body, instrument or time -- 机构、文件或时间
// column doubt: kind of doubt -- 存疑类别
// column confidence: how sure it is, 0 to 1 -- 置信度
// column rule: the rule that read it -- 识别规则
// column evidence: the words -- 原文
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
CALL () {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE]-(x)
  WHERE r.doubt IS NOT NULL OR r.confidence < $below
  RETURN d, m.order AS place, m.number AS number, r, x
  UNION ALL
  MATCH (d:Document)-[r:ISSUED_BY|BASED_ON|CITES|HAS_DEADLINE|TEXT_OF]->(x)
  WHERE r.doubt IS NOT NULL OR r.confidence < $below
  RETURN d, 0 AS place, null AS number, r, x
}
WITH d, place, number, r, x // if document
WHERE d.key IN $document // if document
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, number, type(r) AS fact, x.name AS what,
       r.doubt AS doubt, r.confidence AS confidence, r.rule AS rule, r.evidence AS evidence,
       r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, place, start, fact, x.key
