MATCH (p:Measure)-[r:ALIGNS_WITH]->(q:Measure)
MATCH (f:Document)-[:HAS_MEASURE]->(p)
MATCH (g:Document)-[:HAS_MEASURE]->(q)
WITH r, CASE WHEN f.issued_on < g.issued_on OR (coalesce(f.issued_on = g.issued_on, true) AND f.key < g.key)
             THEN [f, p, g, q] ELSE [g, q, f, p] END AS pair
WITH r, pair[0] AS x, pair[1] AS m, pair[2] AS y, pair[3] AS n
RETURN r.score AS score, r.terms AS terms,
       coalesce(x.doc_number, x.text_title, x.title, x.name) AS document, m.number AS number, m.text AS measure,
       coalesce(y.doc_number, y.text_title, y.title, y.name) AS other_document, n.number AS other_number,
       n.text AS other_measure
ORDER BY score DESC, x.key, m.order, y.key, n.order
