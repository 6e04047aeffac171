MATCH (a:Agency) WHERE NOT a.resolved AND a.kind <> 'collective'
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
RETURN a.name AS agency, count(DISTINCT m) AS measures, collect(DISTINCT d.doc_number) AS documents, a.key AS key
ORDER BY measures DESC, key
