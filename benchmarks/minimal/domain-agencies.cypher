MATCH (x:Domain)-[:BROADER*0..]->(top:Domain)
WHERE top.key IN $domain
WITH DISTINCT x
MATCH (x)<-[:IN_DOMAIN]-(m:Measure)
WITH DISTINCT m
MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WITH a, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support
RETURN a.name AS agency, a.region AS region, measures, lead, responsible, support
ORDER BY measures DESC, agency, region
