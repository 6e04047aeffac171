// en: Who cites an instrument, where, and what they do with it
// zh: 某文件在何处被引用、如何处理
// param regulation: regulation e.g. 山东省专利条例 -- the instrument: title or number -- 文件：标题或文号
// column regulation: title of the instrument -- 被引文件标题
// column doc_number: its number -- 文号
// column action: enact, revise, repeal, implement, apply or mention -- 动作
// column document: number of the citing document, else its title -- 引用文件的文号，无文号时为标题
// column place: preamble, measure, or where else it stands -- 引用位置
// column number: number of the measure, if one cites it -- 引用它的任务编号
// column measure: what is to be done -- 任务内容
// column evidence: the words -- 原文
// column page: page of the evidence -- 页码
// column start: first character of the evidence -- 原文起点
// column end: character after the evidence -- 原文终点
MATCH (g:Regulation)
WHERE g.key IN $regulation
CALL (g) {
  MATCH (g)<-[c:CITES]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  RETURN d, m.number AS number, m.text AS measure, c, 'measure' AS place
  UNION ALL
  MATCH (g)<-[c:CITES]-(d:Document)
  RETURN d, null AS number, null AS measure, c, c.place AS place
  UNION ALL
  MATCH (g)<-[c:BASED_ON]-(d:Document)
  RETURN d, null AS number, null AS measure, c, 'preamble' AS place
}
RETURN g.title AS regulation, g.doc_number AS doc_number, c.action AS action,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, place, number, measure,
       c.evidence AS evidence, c.page AS page, c.start AS start, c.end AS end
ORDER BY g.key, d.key, c.start, number
