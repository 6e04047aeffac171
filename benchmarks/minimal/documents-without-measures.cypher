MATCH (d:Document) WHERE NOT EXISTS { (d)-[:HAS_MEASURE]->(:Measure) }
RETURN d.doc_number AS document, d.title AS title ORDER BY d.key
