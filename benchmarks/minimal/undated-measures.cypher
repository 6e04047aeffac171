MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE NOT coalesce(m.ongoing, false) AND NOT EXISTS { (m)-[:HAS_DEADLINE]->(:Deadline) }
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH d, m, collect(a.name) AS agencies
RETURN d.doc_number AS document, m.number AS number, m.text AS measure, agencies
ORDER BY d.key, m.order
