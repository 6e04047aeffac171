// en: All measures of a document: section, text, who leads, answers and supports, by when
// zh: 某文件的全部任务：章节、内容、牵头、负责、配合与时限
// param document: document e.g. 山东省2023-2025年知识产权保护推进计划 -- the document: number or title -- 文件：文号或标题
// column number: number of the measure -- 任务编号
// column section: nearest heading -- 所在章节
// column measure: what is to be done -- 任务内容
// column lead: bodies that lead -- 牵头单位
// column responsible: bodies that are responsible -- 责任单位
// column support: bodies that support -- 配合单位
// column due: last day by which it must be done -- 完成期限的最后一天
// column ongoing: whether it goes on without end -- 是否持续推进
// column page: page of the measure -- 页码
// column start: first character of the measure -- 原文起点
// column end: character after the measure -- 原文终点
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE d.key IN $document
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, r ORDER BY r.position, a.key
  RETURN collect(CASE WHEN r.role = 'lead' THEN a.name END) AS lead,
         collect(CASE WHEN r.role = 'responsible' THEN a.name END) AS responsible,
         collect(CASE WHEN r.role = 'support' THEN a.name END) AS support
}
CALL (m) {
  OPTIONAL MATCH (m)<-[:HAS_MEASURE]-(s:Section)
  RETURN min(s.name) AS section
}
RETURN m.number AS number, section, m.text AS measure, lead, responsible, support,
       m.due AS due, m.ongoing AS ongoing, m.page AS page, m.start AS start, m.end AS end
ORDER BY d.key, m.order
