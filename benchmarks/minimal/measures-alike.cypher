MATCH (x:Document)-[:HAS_MEASURE]->(m:Measure)-[r:ALIGNS_WITH]->(n:Measure)<-[:HAS_MEASURE]-(y:Document)
RETURN r.score AS score, x.doc_number AS document, m.text AS measure, y.doc_number AS other_document, n.text AS other_measure
ORDER BY score DESC, m.key, n.key
