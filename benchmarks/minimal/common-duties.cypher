MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WHERE d.key IN $first
WITH DISTINCT a, d, m ORDER BY d.key, m.order
WITH a, collect(m.name) AS measures
CALL (a) {
  RETURN a AS b, 'same' AS relation
  UNION
  MATCH (a)-[:COUNTERPART_OF]-(b:Agency)
  RETURN DISTINCT b, 'counterpart' AS relation
}
MATCH (b)-[:RESPONSIBLE_FOR]->(n:Measure)<-[:HAS_MEASURE]-(e:Document)
WHERE e.key IN $second
WITH DISTINCT relation, a, measures, b, e, n ORDER BY e.key, n.order
WITH relation, a, measures, b, collect(n.name) AS other_measures
RETURN relation, a.name AS agency, measures, b.name AS other_agency, other_measures
ORDER BY relation DESC, a.key, b.key
