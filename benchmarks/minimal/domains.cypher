MATCH (x:Domain)
OPTIONAL MATCH (x)<-[:BROADER*0..]-(:Domain)<-[:IN_DOMAIN]-(m:Measure)
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
RETURN x.key AS domain, count(DISTINCT m) AS all_measures, count(DISTINCT a) AS agencies ORDER BY domain
