MATCH (d:Document)-[i:IN_DOMAIN]->(x:Domain)
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title, x.key AS domain,
       i.score AS score, i.terms AS terms
ORDER BY d.key, score DESC, domain
