MATCH (d:Document)
CALL (d) {
  OPTIONAL MATCH (d)-[i:ISSUED_BY]->(a:Agency)
  WITH i, a ORDER BY i.position, a.key
  RETURN collect(a.name) AS issuers
}
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
  RETURN count(m) AS measures, count(m.due) AS dated, count(CASE WHEN m.ongoing THEN 1 END) AS ongoing
}
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT a) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title,
       d.text_title AS text_title, d.issued_on AS issued_on, issuers, d.level AS level, d.doubt AS doubt,
       measures, agencies, dated, ongoing
ORDER BY issued_on, d.key
