MATCH (x)-[c:CITES|BASED_ON]->(g:Regulation)
WHERE g.doc_number IS NULL
RETURN g.title AS regulation, g.kind AS kind, count(c) AS citations, min(c.evidence) AS evidence
ORDER BY citations DESC, regulation, kind
