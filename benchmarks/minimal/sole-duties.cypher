MATCH (m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WITH m, collect(DISTINCT a) AS bodies WHERE size(bodies) = 1
MATCH (d:Document)-[:HAS_MEASURE]->(m)
RETURN bodies[0].name AS agency, d.doc_number AS document, m.number AS number, m.text AS measure
ORDER BY bodies[0].key, d.key, m.order
