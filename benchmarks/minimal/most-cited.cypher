MATCH (x)-[c:CITES|BASED_ON]->(g:Regulation)
OPTIONAL MATCH (x)<-[:HAS_MEASURE]-(d:Document)
WITH g, count(c) AS citations, count(DISTINCT coalesce(d.key, x.key)) AS documents,
     count(DISTINCT CASE WHEN d IS NOT NULL THEN x.key END) AS measures
RETURN g.title AS regulation, g.doc_number AS doc_number, g.kind AS kind, documents, measures, citations,
       EXISTS { MATCH (g)<-[:TEXT_OF]-(:Document) } AS loaded
ORDER BY documents DESC, citations DESC, g.key
LIMIT $limit
