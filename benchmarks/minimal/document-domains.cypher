MATCH (d:Document)-[i:IN_DOMAIN]->(x:Domain)
RETURN d.doc_number AS document, x.key AS domain, i.score AS score ORDER BY d.key, score DESC, domain
