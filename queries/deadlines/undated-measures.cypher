// en: Measures with neither a date nor the word that they go on
// zh: 既无时限也未注明持续推进的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE ($document IS NULL OR d.key IN $document)
  AND NOT coalesce(m.ongoing, false)
  AND NOT EXISTS { MATCH (m)-[:HAS_DEADLINE]->(:Deadline) }
OPTIONAL MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m)
WITH d, m, a, min(r.position) AS position ORDER BY position, a.key
WITH d, m, collect(a.name) AS agencies
RETURN coalesce(d.doc_number, d.text_title, d.title) AS document, m.number AS number, m.text AS measure,
       agencies, m.page AS page
ORDER BY d.key, m.order
