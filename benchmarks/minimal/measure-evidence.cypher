MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE m.key IN $measure
MATCH (m)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE|IN_DOMAIN]-(x)
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number,
       type(r) AS fact, x.name AS what, coalesce(r.role, r.action, x.kind) AS detail,
       coalesce(r.evidence, reduce(words = '', term IN r.terms |
         CASE words WHEN '' THEN term ELSE words + '、' + term END)) AS evidence,
       r.rule AS rule, coalesce(r.confidence, r.score) AS confidence, r.doubt AS doubt,
       r.page AS page, r.start AS start, r.end AS end
ORDER BY d.key, m.order, fact, r.start, x.key
