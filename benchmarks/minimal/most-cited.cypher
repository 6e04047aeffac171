MATCH (x)-[c:CITES|BASED_ON]->(g:Regulation)
WITH g, count(c) AS citations
RETURN g.title AS regulation, citations ORDER BY citations DESC, g.key LIMIT $limit
