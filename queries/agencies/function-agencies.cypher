// en: Bodies with one function, level by level
// zh: 承担同一职能的各级机构
// param function: function e.g. 法院 -- the function, as in agency-profile -- 职能，写法见 agency-profile
// column level: country, province, city or county -- 层级
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column functions: all its functions -- 全部职能
// column measures: measures it answers for -- 承担的任务数
MATCH (a:Agency)
WHERE any(f IN a.functions WHERE f IN $function)
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(m:Measure)
WITH a, count(DISTINCT m) AS measures
RETURN a.level AS level, a.name AS agency, a.region AS region, a.functions AS functions, measures
ORDER BY CASE a.level WHEN 'country' THEN 1 WHEN 'province' THEN 2 WHEN 'city' THEN 3 WHEN 'county' THEN 4
         ELSE 5 END, a.key
