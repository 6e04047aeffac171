MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[s:RESPONSIBLE_FOR]-(b:Agency) WHERE a.key IN $agency AND b.key IN $partner
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN r.role AS role, s.role AS partner_role, d.doc_number AS document, m.number AS number, m.text AS measure
ORDER BY d.key, m.order, role, partner_role
