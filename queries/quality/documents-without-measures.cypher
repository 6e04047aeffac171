// en: Documents in which no measure was found
// zh: 未识别出任务的文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column title: title as published -- 公布的标题
// column issued_on: day of issue -- 成文日期
// column citations: instruments it cites or builds on -- 引用或依据的文件数
// column path: a file it was read from -- 来源路径
MATCH (d:Document)
WHERE NOT EXISTS { MATCH (d)-[:HAS_MEASURE]->(:Measure) }
OPTIONAL MATCH (d)-[:READ_FROM]->(s:Source)
WITH d, min(s.path) AS path
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title, d.issued_on AS issued_on,
       COUNT { (d)-[:BASED_ON|CITES]->(:Regulation) } AS citations, path
ORDER BY d.key
