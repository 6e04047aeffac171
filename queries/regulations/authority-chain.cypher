// en: From a measure up to the instruments its document rests on, step by step
// zh: 某项任务的依据链：从任务到文件，再到上位文件
// param measure: measure e.g. 2 -- the measure: its number or name -- 任务：编号或名称
// param document: document = any -- only this document -- 只看该文件
// column document: number of the measure's document, else its title -- 任务所在文件
// column number: number of the measure -- 任务编号
// column step: 0 what the measure itself cites, 1 the grounds of its document, 2 the grounds of these, … -- 层次：0 任务直接引用，1 本文件的依据，2 依据的依据，依此类推
// column regulation: title of the instrument -- 上位文件标题
// column doc_number: its number -- 文号
// column action: what is done with it: implement, apply, revise … -- 动作
// column stated_in: number or title of the document that names it -- 指明依据的文件
// column evidence: the words -- 原文
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.key IN $measure
  AND d.key IN $document // if document
CALL (d, m) {
  MATCH (m)-[c:CITES]->(g:Regulation)
  RETURN 0 AS step, g, c, d AS by
  UNION
  MATCH path = (d)((:Document)-[:BASED_ON]->(:Regulation)<-[:TEXT_OF]-(:Document)){0,5}(by:Document)
  MATCH (by)-[c:BASED_ON]->(g:Regulation)
  RETURN length(path) / 2 + 1 AS step, g, c, by
}
WITH d, m, g, c, by, min(step) AS step
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, step,
       g.title AS regulation, g.doc_number AS doc_number, c.action AS action,
       coalesce(by.doc_number, by.text_title, by.title, by.name) AS stated_in,
       c.evidence AS evidence, c.page AS page, c.start AS start, c.end AS end
ORDER BY d.key, m.order, step, by.key, c.start, g.key
