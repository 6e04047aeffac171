// en: The sections of a document, with their measures and bodies
// zh: 某文件的章节及其任务与机构数量
// param document: document e.g. 关于强化知识产权保护的实施方案 -- the document: number or title -- 文件：文号或标题
// column section: heading -- 标题
// column number: its number -- 编号
// column depth: 1 for the top level -- 层次，1 为最上层
// column kind: general, tasks, safeguards, notes or attachment -- 类别
// column measures: measures right below it -- 直属任务数
// column agencies: bodies that answer for them -- 承担机构数
MATCH (d:Document)-[:HAS_SECTION*1..9]->(s:Section)
WHERE d.key IN $document
WITH DISTINCT d, s
CALL (s) {
  OPTIONAL MATCH (s)-[:HAS_MEASURE]->(m:Measure)
  OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT a) AS agencies
}
RETURN s.name AS section, s.number AS number, s.depth AS depth, s.kind AS kind, measures, agencies
ORDER BY d.key, s.order, s.key
