MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.key IN $measure
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
