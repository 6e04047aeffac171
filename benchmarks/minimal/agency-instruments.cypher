MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)-[c:CITES]->(g:Regulation) WHERE a.key IN $agency
RETURN c.action AS action, g.title AS regulation, m.name AS measure, r.role AS role ORDER BY m.key, c.start, g.key
