MATCH (x:Domain)
OPTIONAL MATCH (x)<-[:BROADER*0..]-(y:Domain)<-[:IN_DOMAIN]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
RETURN x.key AS domain, count(DISTINCT CASE WHEN y.key = x.key THEN m END) AS measures,
       count(DISTINCT m) AS all_measures, count(DISTINCT d) AS documents, count(DISTINCT a) AS agencies
ORDER BY domain
