MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE a.key IN $agency
WITH DISTINCT a, m, d
MATCH (m)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE b.key <> a.key
WITH DISTINCT a, b, m, d ORDER BY d.key, m.order
WITH a, b, collect(m.name) AS measures,
     collect(DISTINCT coalesce(d.doc_number, d.text_title, d.title, d.name)) AS documents
RETURN a.name AS agency, b.name AS partner, b.region AS partner_region, size(measures) AS shared,
       measures, documents
ORDER BY a.key, shared DESC, b.key
