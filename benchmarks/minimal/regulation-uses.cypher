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
