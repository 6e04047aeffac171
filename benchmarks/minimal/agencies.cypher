MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)
WITH a, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support,
     count(DISTINCT CASE WHEN m.due IS NOT NULL THEN m END) AS dated
RETURN a.name AS agency, a.region AS region, a.level AS level, a.kind AS kind,
       measures, lead, responsible, support, dated
ORDER BY measures DESC, a.key
LIMIT $limit
