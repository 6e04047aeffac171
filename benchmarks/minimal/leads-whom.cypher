MATCH (a:Agency)-[l:RESPONSIBLE_FOR]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(b:Agency)
WHERE l.role = 'lead' AND r.role <> 'lead' AND a.key <> b.key
WITH a, b, r.role AS role, collect(m.name) AS numbers
RETURN a.name AS leader, b.name AS agency, role, numbers ORDER BY size(numbers) DESC, a.key, b.key, role
