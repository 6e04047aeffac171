MATCH (d:Document)-[:HAS_MEASURE*0..1]->()-[:BASED_ON|CITES]->(g:Regulation)
WITH g, collect(DISTINCT d.doc_number) AS documents WHERE size(documents) > 1
RETURN g.title AS regulation, documents ORDER BY size(documents) DESC, g.key
