// en: Which branches of power work together: party, government, court, congress, customs …
// zh: 党委、政府、法院、人大、海关等系统之间的协作
// column system: one branch -- 一个系统
// column other: another branch -- 另一个系统
// column measures: measures that bodies of both share -- 共同承担的任务数
// column pairs: pairs of bodies that share one -- 机构对数
MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m:Measure)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.system < b.system
WITH a.system AS system, b.system AS other, a, b, m
RETURN system, other, count(DISTINCT m) AS measures,
       size(collect(DISTINCT a.key + '|' + b.key)) AS pairs
ORDER BY measures DESC, system, other
