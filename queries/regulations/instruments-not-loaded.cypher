// en: Cited instruments whose text is not in the graph, most cited first
// zh: 被引用而正文未入库的文件，按引用次数排列
// column regulation: title of the instrument -- 文件标题
// column doc_number: its number -- 文号
// column kind: law, regulation, rule, normative document, standard or plan -- 类别
// column citations: how often it is cited or built on -- 被引用次数
// column ground: whether a document builds on it -- 是否为某文件的依据
// column actions: what is done with it -- 动作
MATCH (g:Regulation)
WHERE NOT EXISTS { MATCH (:Document)-[:TEXT_OF]->(g) }
MATCH (x)-[c:CITES|BASED_ON]->(g)
WITH g, type(c) AS type, c.action AS action ORDER BY action
WITH g, count(*) AS citations, max(CASE type WHEN 'BASED_ON' THEN 1 ELSE 0 END) AS grounds,
     collect(DISTINCT action) AS actions
RETURN g.title AS regulation, g.doc_number AS doc_number, g.kind AS kind, citations,
       grounds = 1 AS ground, actions
ORDER BY citations DESC, g.key
