MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[i:IN_DOMAIN]->(x:Domain)-[:BROADER*0..]->(top:Domain) WHERE top.key IN $domain
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH x, i, d, m, collect(a.name) AS agencies
RETURN x.key AS domain, i.score AS score, d.doc_number AS document, m.text AS measure, agencies
ORDER BY x.key, d.key, m.order
