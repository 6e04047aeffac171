MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WHERE d.key IN $document
WITH a, m, r ORDER BY r.surface
WITH a, collect(DISTINCT r.surface) AS written, count(DISTINCT m) AS measures,
     count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
     count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
     count(CASE WHEN r.role = 'support' THEN 1 END) AS support
RETURN a.name AS agency, a.region AS region, written, measures, lead, responsible, support
ORDER BY measures DESC, a.key
