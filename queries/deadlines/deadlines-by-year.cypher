// en: How much falls due in each year
// zh: 各年到期的任务数量
// param document: document = any -- only this document -- 只看该文件
// column year: the year -- 年份
// column kind: due: done by; until: a rule holds until; target: a state to reach -- 种类：due 完成期限，until 有效至，target 目标
// column deadlines: times stated -- 时间数
// column measures: measures that state them -- 任务数
// column agencies: bodies that answer for these -- 承担机构数
MATCH (t:Deadline)<-[:HAS_DEADLINE]-(m:Measure)
WHERE t.date IS NOT NULL
MATCH (m)<-[:HAS_MEASURE]-(d:Document) WHERE d.key IN $document // if document
OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
RETURN t.date.year AS year, t.kind AS kind, count(DISTINCT t) AS deadlines, count(DISTINCT m) AS measures,
       count(DISTINCT a) AS agencies
ORDER BY year, kind
