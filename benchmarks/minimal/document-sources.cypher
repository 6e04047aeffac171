MATCH (d:Document)-[:READ_FROM]->(s:Source)
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, s.path AS path, s.format AS format,
       s.publisher AS publisher, s.key AS sha256,
       COUNT { (d)-[:READ_FROM]->(:Source) } AS copies
ORDER BY d.key, path, sha256
