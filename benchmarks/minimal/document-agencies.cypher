MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency) WHERE d.key IN $document
WITH a, count(DISTINCT m) AS measures
RETURN a.name AS agency, measures ORDER BY measures DESC, a.key
