MATCH (d:Document)-[:READ_FROM]->(s:Source)
RETURN d.doc_number AS document, s.path AS path ORDER BY d.key, path
