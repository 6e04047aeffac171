MATCH (t:Deadline)<-[:HAS_DEADLINE]-(m:Measure)
WHERE t.date IS NOT NULL
OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
RETURN t.date.year AS year, t.kind AS kind, count(DISTINCT t) AS deadlines, count(DISTINCT m) AS measures,
       count(DISTINCT a) AS agencies
ORDER BY year, kind
