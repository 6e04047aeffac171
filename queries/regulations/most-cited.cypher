// en: Most cited instruments
// zh: 被引用最多的文件
// param limit: int = 20 -- how many rows at most -- 最多行数
// column regulation: title of the instrument -- 文件标题
// column doc_number: its number -- 文号
// column kind: law, regulation, rule, normative document, standard or plan -- 类别
// column documents: documents that cite it or build on it -- 引用它的文件数
// column measures: measures that cite it -- 引用它的任务数
// column citations: all citations -- 引用总次数
// column loaded: whether its text is in the graph -- 图谱中是否有其正文
MATCH (x)-[c:CITES|BASED_ON]->(g:Regulation)
OPTIONAL MATCH (x)<-[:HAS_MEASURE]-(d:Document)
WITH g, count(c) AS citations, count(DISTINCT coalesce(d.key, x.key)) AS documents,
     count(DISTINCT CASE WHEN d IS NOT NULL THEN x.key END) AS measures
RETURN g.title AS regulation, g.doc_number AS doc_number, g.kind AS kind, documents, measures, citations,
       EXISTS { MATCH (g)<-[:TEXT_OF]-(:Document) } AS loaded
ORDER BY documents DESC, citations DESC, g.key
LIMIT $limit
