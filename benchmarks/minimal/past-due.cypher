MATCH (t:Deadline) WHERE t.kind = 'due' AND t.date < $on
MATCH (t)<-[:HAS_DEADLINE]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE NOT coalesce(m.status, '') IN ['done', 'dropped']
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH t, d, m, collect(a.name) AS agencies
RETURN t.date AS due, d.doc_number AS document, m.number AS number, m.text AS measure, agencies
ORDER BY due, d.key, m.order
