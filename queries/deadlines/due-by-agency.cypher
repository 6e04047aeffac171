// en: Which bodies have most to finish between two dates
// zh: 两个日期之间各机构到期任务的多少
// param from: date e.g. 2023-01-01 -- first day -- 起始日期
// param to: date e.g. 2023-12-31 -- last day -- 截止日期
// param region: region = any -- only bodies of this region, narrower ones included -- 只看该地区（含下级地区）的机构
// column agency: full name of the body -- 机构全称
// column region: region it serves -- 所属地区
// column measures: measures due -- 到期任务数
// column first_due: the first of the dates -- 最早期限
// column last_due: the last of them -- 最晚期限
MATCH (t:Deadline)<-[:HAS_DEADLINE]-(m:Measure)<-[:RESPONSIBLE_FOR]-(a:Agency)
WHERE t.kind = 'due' AND t.date >= $from AND t.date <= $to
WITH a, count(DISTINCT m) AS measures, min(t.date) AS first_due, max(t.date) AS last_due
WHERE EXISTS { MATCH (a)-[:SERVES]->(:Region)-[:WITHIN*0..]->(g:Region) WHERE g.key IN $region } // if region
RETURN a.name AS agency, a.region AS region, measures, first_due, last_due
ORDER BY measures DESC, a.key
