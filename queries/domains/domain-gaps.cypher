// en: Domains that one document acts in and another leaves out
// zh: 一个文件有任务而另一个文件未涉及的领域
// param document: document e.g. 山东省2023-2025年知识产权保护推进计划 -- the document that acts: number or title -- 有任务的文件：文号或标题
// param other: document e.g. 关于强化知识产权保护的实施方案 -- the document compared with it -- 对照的文件
// column domain: path of the domain -- 领域路径
// column measures: measures of the first document in it -- 前一文件在该领域的任务数
// column numbers: these measures -- 这些任务
OPTIONAL MATCH (o:Document)-[:HAS_MEASURE]->(:Measure)-[:IN_DOMAIN]->(:Domain)-[:BROADER*0..]->(y:Domain)
WHERE o.key IN $other
WITH collect(DISTINCT y.key) AS reached
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:IN_DOMAIN]->(x:Domain)
WHERE d.key IN $document AND NOT x.key IN reached
WITH x, m, d ORDER BY d.key, m.order
WITH x, collect(m.name) AS numbers
RETURN x.key AS domain, size(numbers) AS measures, numbers
ORDER BY measures DESC, domain
