MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:RESPONSIBLE_FOR]-(b:Agency) WHERE a.system < b.system
RETURN a.system AS system, b.system AS other, count(DISTINCT m) AS measures ORDER BY measures DESC, system, other
