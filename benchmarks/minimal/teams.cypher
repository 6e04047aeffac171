MATCH (m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WITH DISTINCT m, a ORDER BY a.key
WITH m, collect(a.key) AS team WHERE size(team) > 1
WITH team, collect(m.name) AS numbers WHERE size(numbers) >= $least
RETURN team, numbers ORDER BY size(numbers) DESC, size(team) DESC
