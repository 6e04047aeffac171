// en: Measures that give a role to nobody in particular (有关部门)
// zh: 把角色交给“有关部门”等未指明机构的任务
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column open_roles: the roles and their words -- 角色与原文
// column agencies: bodies that are named beside -- 同时点名的机构
// column page: page of the measure -- 页码
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE size(m.open_roles) > 0
  AND d.key IN $document // if document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       m.open_roles AS open_roles, agencies, m.page AS page
ORDER BY d.key, m.order
