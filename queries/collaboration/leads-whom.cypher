// en: Who leads whom, and how often
// zh: 牵头单位与其他承担单位的关系及次数
// param agency: agency = any -- only pairs with this body -- 只看涉及该机构的
// column leader: full name of the body that leads -- 牵头单位全称
// column leader_region: region it serves -- 牵头单位所属地区
// column agency: full name of the body led -- 其他承担单位全称
// column role: its role: responsible or support -- 该单位的角色
// column measures: measures on which they meet -- 任务数
// column numbers: these measures -- 这些任务
MATCH (a:Agency)-[l:RESPONSIBLE_FOR]->(m:Measure)
WHERE l.role = 'lead'
MATCH (m)<-[r:RESPONSIBLE_FOR]-(b:Agency)
WHERE r.role <> 'lead' AND a.key <> b.key
  AND (a.key IN $agency OR b.key IN $agency) // if agency
MATCH (d:Document)-[:HAS_MEASURE]->(m)
WITH a, b, r.role AS role, m, d ORDER BY d.key, m.order
WITH a, b, role, collect(m.name) AS numbers
RETURN a.name AS leader, a.region AS leader_region, b.name AS agency, role, size(numbers) AS measures, numbers
ORDER BY measures DESC, a.key, b.key, role
