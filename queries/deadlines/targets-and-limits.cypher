// en: States to reach by a date, and rules or reliefs that hold until one
// zh: 应在某日前达到的目标和有效至某日的规定
// param kind: limit_kind = any -- only this kind: target or until -- 只看一种：target 目标、until 有效至
// column date: last day of the stated period -- 日期
// column kind: target: a state to reach; until: a rule holds until -- 种类：target 目标，until 有效至
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure; none where the document itself says it -- 任务编号，文件本身所述则为空
// column what: the measure or the document's title -- 任务内容或文件标题
// column evidence: the time as written -- 原文中的时间
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(x)
WHERE t.kind IN ['target', 'until']
  AND t.kind = $kind // if kind
OPTIONAL MATCH (x)<-[:HAS_MEASURE]-(above:Document)
WITH x, h, t, coalesce(above, x) AS d
RETURN t.date AS date, t.kind AS kind, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       x.number AS number, coalesce(x.text, d.name) AS what,
       h.evidence AS evidence, h.page AS page, h.start AS start, h.end AS end
ORDER BY date, kind, d.key, h.start
