MATCH (d:Document)-[:HAS_SECTION*1..9]->(s:Section) WHERE d.key IN $document
OPTIONAL MATCH (s)-[:HAS_MEASURE]->(m:Measure)
RETURN s.name AS section, s.depth AS depth, count(DISTINCT m) AS measures, s.order AS place ORDER BY place
