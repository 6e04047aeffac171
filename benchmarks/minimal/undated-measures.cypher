MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE NOT coalesce(m.ongoing, false) AND NOT EXISTS { (m)-[:HAS_DEADLINE]->(:Deadline) }
RETURN d.doc_number AS document, m.number AS number, m.text AS measure,
       [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies
ORDER BY d.key, m.order
