MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline) WHERE t.date IS NOT NULL
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
RETURN t.date.year AS year, t.kind AS kind, count(DISTINCT t) AS deadlines, count(DISTINCT m) AS measures,
       count(DISTINCT a) AS agencies
ORDER BY year, kind
