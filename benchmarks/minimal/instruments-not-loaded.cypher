MATCH (g:Regulation)<-[c:CITES|BASED_ON]-() WHERE NOT EXISTS { (:Document)-[:TEXT_OF]->(g) }
WITH g, count(c) AS citations
RETURN g.title AS regulation, citations ORDER BY citations DESC, g.key
