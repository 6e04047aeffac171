MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
CALL (m) {
  MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a.key) AS team, collect(a.name) AS agencies
}
WITH d.key AS document, m.order AS place, m.name AS number, team, agencies
WHERE size(team) > 1
WITH number, team, agencies ORDER BY document, place
WITH team, agencies, collect(number) AS numbers
WHERE size(numbers) >= $least
RETURN size(team) AS bodies, agencies, size(numbers) AS measures, numbers
ORDER BY measures DESC, bodies DESC, agencies
