MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE NOT EXISTS { MATCH (m)<-[:RESPONSIBLE_FOR]-(:Agency) }
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       coalesce(m.open_roles, []) AS open_roles, m.due AS due, m.page AS page, m.start AS start, m.end AS end
ORDER BY d.key, m.order
