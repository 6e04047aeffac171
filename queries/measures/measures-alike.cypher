// en: Measures of different documents that answer each other
// zh: 不同文件中相互对应的任务
// param document: document = any -- only pairs with a measure of this document -- 只看涉及该文件的对应
// param score: float = 0.0 -- at least so alike, 0 to 1 -- 相似度下限，0 到 1
// column score: how alike they are, 0 to 1 -- 相似度
// column terms: the terms they share -- 共有的词
// column document: number or title of the earlier document -- 较早的文件
// column number: number of its measure -- 该文件的任务编号
// column measure: what it says -- 任务内容
// column other_document: number or title of the later document -- 较晚的文件
// column other_number: number of its measure -- 该文件的任务编号
// column other_measure: what it says -- 任务内容
MATCH (x:Document)-[:HAS_MEASURE]->(m:Measure)-[r:ALIGNS_WITH]-(n:Measure)<-[:HAS_MEASURE]-(y:Document)
WHERE (x.issued_on < y.issued_on OR (coalesce(x.issued_on = y.issued_on, true) AND x.key < y.key))
  AND ($document IS NULL OR x.key IN $document OR y.key IN $document)
  AND r.score >= $score
RETURN r.score AS score, r.terms AS terms,
       coalesce(x.doc_number, x.text_title, x.title) AS document, m.number AS number, m.text AS measure,
       coalesce(y.doc_number, y.text_title, y.title) AS other_document, n.number AS other_number,
       n.text AS other_measure
ORDER BY score DESC, x.key, m.order, y.key, n.order
