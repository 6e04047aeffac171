MATCH (d:Document)-[:HAS_SECTION*1..9]->(s:Section)
WHERE d.key IN $document
WITH DISTINCT d, s
CALL (s) {
  OPTIONAL MATCH (s)-[:HAS_MEASURE]->(m:Measure)
  OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
}
RETURN s.name AS section, s.number AS number, s.depth AS depth, s.kind AS kind, measures, agencies
ORDER BY d.key, s.order, s.key
