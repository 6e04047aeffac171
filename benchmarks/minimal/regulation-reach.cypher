MATCH (g:Regulation)
WHERE g.key IN $regulation
MATCH path = (g)((:Regulation)<-[:BASED_ON]-(:Document)-[:TEXT_OF]->(:Regulation)){0,5}(near:Regulation)
MATCH (near)<-[:BASED_ON]-(d:Document)
WITH g, d, min(length(path) / 2 + 1) AS step
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
  OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
}
RETURN g.title AS regulation, step, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       d.title AS title, d.issued_on AS issued_on, measures, agencies
ORDER BY g.key, step, d.key
