CALL () {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE]-(x)
  WHERE r.doubt IS NOT NULL OR r.confidence < $below
  RETURN d, m.order AS place, m.number AS number, r, x
  UNION ALL
  MATCH (d:Document)-[r:ISSUED_BY|BASED_ON|CITES|HAS_DEADLINE|TEXT_OF]->(x)
  WHERE r.doubt IS NOT NULL OR r.confidence < $below
  RETURN d, 0 AS place, null AS number, r, x
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, number, type(r) AS fact, x.name AS what,
       r.doubt AS doubt, r.confidence AS confidence, r.rule AS rule, r.evidence AS evidence,
       r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, place, start, fact, x.key
