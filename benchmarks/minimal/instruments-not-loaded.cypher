MATCH (g:Regulation)
WHERE NOT EXISTS { MATCH (:Document)-[:TEXT_OF]->(g) }
MATCH (x)-[c:CITES|BASED_ON]->(g)
WITH g, type(c) AS type, c.action AS action ORDER BY action
WITH g, count(*) AS citations, max(CASE type WHEN 'BASED_ON' THEN 1 ELSE 0 END) AS grounds,
     collect(DISTINCT action) AS actions
RETURN g.title AS regulation, g.doc_number AS doc_number, g.kind AS kind, citations,
       grounds = 1 AS ground, actions
ORDER BY citations DESC, g.key
