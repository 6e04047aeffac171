MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE NOT EXISTS { (:Agency)-[:RESPONSIBLE_FOR]->(m) }
RETURN d.doc_number AS document, m.number AS number, m.text AS measure ORDER BY d.key, m.order
