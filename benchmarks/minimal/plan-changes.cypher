MATCH (o:Document)-[:HAS_MEASURE]->(m:Measure) WHERE o.key IN $old
OPTIONAL MATCH (m)-[:ALIGNS_WITH]-(n:Measure)<-[:HAS_MEASURE]-(x:Document) WHERE x.key IN $new
RETURN m.text AS old_measure, n.text AS new_measure, [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS old_agencies,
       [(b:Agency)-[:RESPONSIBLE_FOR]->(n) | b.name] AS new_agencies
UNION ALL
MATCH (x:Document)-[:HAS_MEASURE]->(n:Measure)
WHERE x.key IN $new
  AND NOT EXISTS { MATCH (n)-[:ALIGNS_WITH]-(:Measure)<-[:HAS_MEASURE]-(o:Document) WHERE o.key IN $old }
RETURN null AS old_measure, n.text AS new_measure, [] AS old_agencies,
       [(b:Agency)-[:RESPONSIBLE_FOR]->(n) | b.name] AS new_agencies
