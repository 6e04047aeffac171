// en: What rests on an instrument: documents, step by step, with their measures and bodies
// zh: 以某文件为依据的各级文件及其任务和机构数量
// param regulation: regulation e.g. 中办发〔2019〕56号 -- the instrument: title or number -- 文件：标题或文号
// column regulation: title of the instrument -- 依据文件标题
// column step: 1 builds on it directly, 2 on a text that does, … -- 层次：1 直接以其为依据，2 以前者为依据，依此类推
// column document: number of the document, else its title -- 文号，无文号时为标题
// column title: title of the document -- 文件标题
// column issued_on: day of issue -- 成文日期
// column measures: its measures -- 任务数
// column agencies: bodies that answer for them -- 承担机构数
MATCH (g:Regulation)
WHERE g.key IN $regulation
MATCH path = (g)((:Regulation)<-[:BASED_ON]-(:Document)-[:TEXT_OF]->(:Regulation)){0,5}(near:Regulation)
MATCH (near)<-[:BASED_ON]-(d:Document)
WITH g, d, min(length(path) / 2 + 1) AS step
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
  OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
}
RETURN g.title AS regulation, step, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       d.title AS title, d.issued_on AS issued_on, measures, agencies
ORDER BY g.key, step, d.key
