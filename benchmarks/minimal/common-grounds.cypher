MATCH (g:Regulation)<-[:BASED_ON|CITES]-(x)<-[:HAS_MEASURE*0..1]-(d:Document)
WITH DISTINCT g, d ORDER BY d.key
WITH g, collect(coalesce(d.doc_number, d.text_title, d.title, d.name)) AS documents
WHERE size(documents) > 1
RETURN g.title AS regulation, g.doc_number AS doc_number, documents
ORDER BY size(documents) DESC, g.key
