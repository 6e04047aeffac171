MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE m.status IS NOT NULL
RETURN d.doc_number AS document, m.number AS number, m.text AS measure, m.status AS status ORDER BY d.key, m.order
