MATCH (a:Agency)
WHERE NOT a.resolved AND a.kind <> 'collective'
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WITH a, r, m, d ORDER BY d.key, r.surface
WITH a, collect(DISTINCT r.surface) AS written, count(DISTINCT m) AS measures,
     collect(DISTINCT coalesce(d.doc_number, d.text_title, d.title, d.name)) AS documents
RETURN a.name AS agency, a.region AS region, written, measures, documents
ORDER BY measures DESC, a.key
