MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency) WHERE d.key IN $first
WITH a, collect(DISTINCT m.name) AS measures
MATCH (a)-[:COUNTERPART_OF*0..1]-(b:Agency)-[:RESPONSIBLE_FOR]->(n:Measure)<-[:HAS_MEASURE]-(e:Document)
WHERE e.key IN $second
RETURN a.name AS agency, measures, b.name AS other_agency, collect(DISTINCT n.name) AS other_measures
ORDER BY agency, other_agency
