// en: Measures for which no body was found
// zh: 未读出责任单位的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column open_roles: roles given to nobody in particular (有关部门) -- 未指明机构的角色（有关部门）
// column due: last day by which it must be done -- 完成期限的最后一天
// column page: page of the measure -- 页码
// column start: first character of the measure -- 原文起点
// column end: character after the measure -- 原文终点
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE NOT EXISTS { MATCH (m)<-[:RESPONSIBLE_FOR]-(:Agency) }
  AND d.key IN $document // if document
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       coalesce(m.open_roles, []) AS open_roles, m.due AS due, m.page AS page, m.start AS start, m.end AS end
ORDER BY d.key, m.order
