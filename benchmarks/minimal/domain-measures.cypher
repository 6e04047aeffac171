MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[i:IN_DOMAIN]->(x:Domain)-[:BROADER*0..]->(top:Domain) WHERE top.key IN $domain
RETURN x.key AS domain, i.score AS score, d.doc_number AS document, m.text AS measure,
       [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies
ORDER BY x.key, d.key, m.order
