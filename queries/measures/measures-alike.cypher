// en: Measures of different documents that answer each other
// zh: 不同文件中相互对应的任务
// param document: document = any -- only pairs with a measure of this document -- 只看涉及该文件的对应
// param score: float = 0.0 -- at least so alike, 0 to 1 -- 相似度下限，0 到 1
// column score: how alike they are, 0 to 1 -- 相似度
// column terms: the terms they share -- 共有的词
// column document: number or title of the earlier document -- 较早的文件
// column number: number of its measure -- 较早文件的任务编号
// column measure: what it says -- 较早文件的任务内容
// column other_document: number or title of the later document -- 较晚的文件
// column other_number: number of its measure -- 较晚文件的任务编号
// column other_measure: what it says -- 较晚文件的任务内容
MATCH (p:Measure)-[r:ALIGNS_WITH]->(q:Measure)
WHERE r.score >= $score
MATCH (f:Document)-[:HAS_MEASURE]->(p)
MATCH (g:Document)-[:HAS_MEASURE]->(q)
WHERE f.key IN $document OR g.key IN $document // if document
WITH r, CASE WHEN f.issued_on < g.issued_on OR (coalesce(f.issued_on = g.issued_on, true) AND f.key < g.key)
             THEN [f, p, g, q] ELSE [g, q, f, p] END AS pair
WITH r, pair[0] AS x, pair[1] AS m, pair[2] AS y, pair[3] AS n
RETURN r.score AS score, r.terms AS terms,
       coalesce(x.doc_number, x.text_title, x.title, x.name) AS document, m.number AS number, m.text AS measure,
       coalesce(y.doc_number, y.text_title, y.title, y.name) AS other_document, n.number AS other_number,
       n.text AS other_measure
ORDER BY score DESC, x.key, m.order, y.key, n.order
