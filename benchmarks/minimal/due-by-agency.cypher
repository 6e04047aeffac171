MATCH (t:Deadline)<-[:HAS_DEADLINE]-(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WHERE t.kind = 'due' AND t.date >= $from AND t.date <= $to
WITH a, count(DISTINCT m) AS measures, min(t.date) AS first_due, max(t.date) AS last_due
RETURN a.name AS agency, a.region AS region, measures, first_due, last_due
ORDER BY measures DESC, a.key
