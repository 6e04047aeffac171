MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)-[:IN_DOMAIN]->(:Domain)-[:BROADER*0..]->(top:Domain) WHERE top.key IN $domain
WITH a, count(DISTINCT m) AS measures
RETURN a.name AS agency, measures ORDER BY measures DESC, agency
