MATCH (a:Agency)-[l:RESPONSIBLE_FOR]->(m:Measure)
WHERE l.role = 'lead'
MATCH (m)<-[r:RESPONSIBLE_FOR]-(b:Agency)
WHERE r.role <> 'lead' AND a.key <> b.key
MATCH (d:Document)-[:HAS_MEASURE]->(m)
WITH a, b, r.role AS role, m, d ORDER BY d.key, m.order
WITH a, b, role, collect(m.name) AS numbers
RETURN a.name AS leader, a.region AS leader_region, b.name AS agency, role, size(numbers) AS measures, numbers
ORDER BY measures DESC, a.key, b.key, role
