// en: Measures that several bodies share and none leads
// zh: 由多个机构共同承担而没有牵头单位的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column bodies: how many share it -- 共同承担的机构数
// column agencies: their full names, in the clause's order -- 机构全称，按原文顺序
// column due: last day by which it must be done -- 完成期限的最后一天
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE ($document IS NULL OR d.key IN $document)
  AND NOT EXISTS { MATCH (:Agency)-[l:RESPONSIBLE_FOR]->(m) WHERE l.role = 'lead' }
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m)
WITH d, m, a, min(r.position) AS position ORDER BY position, a.key
WITH d, m, collect(a.name) AS agencies
WHERE size(agencies) > 1
RETURN coalesce(d.doc_number, d.text_title, d.title) AS document, m.number AS number, m.text AS measure,
       size(agencies) AS bodies, agencies, m.due AS due, m.page AS page
ORDER BY d.key, m.order
