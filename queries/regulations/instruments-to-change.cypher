// en: Instruments to be enacted, revised or repealed: by whom and by when
// zh: 待制定、修订、废止的文件及责任机构和时限
// param action: change = any -- only this action: enact, revise or repeal -- 只看一种动作：enact 制定、revise 修订、repeal 废止
// param agency: agency = any -- only what this body answers for -- 只看该机构承担的
// column action: enact, revise or repeal -- 动作
// column regulation: title of the instrument -- 文件标题
// column doc_number: its number -- 文号
// column document: number of the document that says so, else its title -- 出处文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column agencies: bodies that answer for it -- 承担机构
// column due: last day by which it must be done -- 完成期限的最后一天
// column evidence: the words -- 原文
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
MATCH (b:Agency)-[:RESPONSIBLE_FOR]->(m:Measure) WHERE b.key IN $agency // if agency
WITH DISTINCT m // if agency
MATCH (m:Measure)-[c:CITES]->(g:Regulation)
WHERE c.action IN ['enact', 'revise', 'repeal']
  AND c.action = $action // if action
MATCH (d:Document)-[:HAS_MEASURE]->(m)
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN c.action AS action, g.title AS regulation, g.doc_number AS doc_number,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, agencies, m.due AS due,
       c.evidence AS evidence, c.page AS page, c.start AS start, c.end AS end
ORDER BY action, d.key, m.order, g.key, c.start
