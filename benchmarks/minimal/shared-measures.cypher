MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[s:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.key IN $agency AND b.key IN $partner
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN a.name AS agency, r.role AS role, b.name AS partner, s.role AS partner_role,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.due AS due, m.page AS page, m.start AS start, m.end AS end
ORDER BY a.key, b.key, d.key, m.order, role, partner_role
