MATCH ()-[c:CITES|BASED_ON]->(g:Regulation) WHERE g.doc_number IS NULL
RETURN g.title AS regulation, g.kind AS kind, count(c) AS citations ORDER BY citations DESC, regulation
