// en: Everything known of a measure, each fact with the words it rests on
// zh: 某项任务的全部信息及其原文依据
// param measure: measure e.g. 1 -- the measure: its number or name -- 任务：编号或名称
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column fact: kind of link -- 关系类型
// column what: body, instrument, time or domain -- 机构、文件、时间或领域
// column detail: role, action or kind -- 角色、动作或类别
// column evidence: the words -- 原文
// column rule: the rule that read them -- 识别规则
// column confidence: how sure it is, 0 to 1 -- 置信度
// column doubt: kind of doubt, if any -- 存疑类别
// column page: page of the evidence -- 页码
// column start: first character of the words, of a body its name -- 原文起点（机构则为名称起点）
// column end: character after them -- 原文终点
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.key IN $measure
  AND d.key IN $document // if document
MATCH (m)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE|IN_DOMAIN]-(x)
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number,
       type(r) AS fact, x.name AS what, coalesce(r.role, r.action, x.kind) AS detail,
       coalesce(r.evidence, reduce(words = '', term IN r.terms |
         CASE words WHEN '' THEN term ELSE words + '、' + term END)) AS evidence,
       r.rule AS rule, coalesce(r.confidence, r.score) AS confidence, r.doubt AS doubt,
       r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, m.order, fact, r.start, x.key
