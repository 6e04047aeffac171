MATCH (a:Agency)
WHERE $function[0] IN a.functions
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH a, count(DISTINCT m) AS measures
RETURN a.level AS level, a.name AS agency, a.region AS region, a.functions AS functions, measures
ORDER BY CASE a.level WHEN 'country' THEN 1 WHEN 'province' THEN 2 WHEN 'city' THEN 3 WHEN 'county' THEN 4
         ELSE 5 END, a.key
