MATCH (g:Regulation) WHERE g.key IN $regulation
MATCH path = (g)((:Regulation)<-[:BASED_ON]-(:Document)-[:TEXT_OF]->(:Regulation)){0,5}(near:Regulation)
MATCH (near)<-[:BASED_ON]-(d:Document)
WITH d, min(length(path) / 2 + 1) AS step
OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH d, step, count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
RETURN step, d.title AS title, measures, agencies ORDER BY step, d.key
