MATCH (d:Document)
WHERE NOT EXISTS { MATCH (d)-[:HAS_MEASURE]->(:Measure) }
OPTIONAL MATCH (d)-[:READ_FROM]->(s:Source)
WITH d, min(s.path) AS path
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title, d.issued_on AS issued_on,
       COUNT { (d)-[:BASED_ON|CITES]->(:Regulation) } AS citations, path
ORDER BY d.key
