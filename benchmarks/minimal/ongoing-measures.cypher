MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE m.ongoing
RETURN d.doc_number AS document, m.text AS measure, [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies ORDER BY d.key, m.order
