// en: What a new plan adds, drops, keeps, or moves to other bodies against an old one
// zh: 新方案相比旧方案新增、取消、保留和调整责任机构的任务
// param old: document e.g. 关于强化知识产权保护的实施方案 -- the old document: number or title -- 旧文件：文号或标题
// param new: document e.g. 山东省2023-2025年知识产权保护推进计划 -- the new document -- 新文件
// column change: added, dropped, moved or kept -- 变化：added 新增、dropped 取消、moved 调整、kept 保留
// column old_number: number of the old measure -- 旧任务编号
// column old_measure: what it says -- 旧任务内容
// column old_agencies: bodies that answered for it -- 原承担机构
// column new_number: number of the new measure -- 新任务编号
// column new_measure: what it says -- 新任务内容
// column new_agencies: bodies that answer for it -- 现承担机构
// column score: how alike the two are, 0 to 1 -- 相似度
CALL () {
  MATCH (o:Document)-[:HAS_MEASURE]->(m:Measure)
  WHERE o.key IN $old
  CALL (m) {
    OPTIONAL MATCH (m)-[r:ALIGNS_WITH]-(n:Measure)<-[:HAS_MEASURE]-(x:Document)
    WHERE x.key IN $new
    RETURN n, r.score AS score
  }
  RETURN m, n, score
  UNION ALL
  MATCH (x:Document)-[:HAS_MEASURE]->(n:Measure)
  WHERE x.key IN $new
    AND NOT EXISTS {
      MATCH (n)-[:ALIGNS_WITH]-(:Measure)<-[:HAS_MEASURE]-(o:Document) WHERE o.key IN $old
    }
  RETURN null AS m, n, null AS score
}
CALL (m) {
  OPTIONAL MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a.name) AS old_agencies, collect(a.key) AS before
}
CALL (n) {
  OPTIONAL MATCH (n)<-[:RESPONSIBLE_FOR]-(a:Agency)
  WITH DISTINCT a ORDER BY a.key
  RETURN collect(a.name) AS new_agencies, collect(a.key) AS after
}
RETURN CASE WHEN m IS NULL THEN 'added' WHEN n IS NULL THEN 'dropped'
            WHEN before = after THEN 'kept' ELSE 'moved' END AS change,
       m.number AS old_number, m.text AS old_measure, old_agencies,
       n.number AS new_number, n.text AS new_measure, new_agencies, score
ORDER BY change, m.key IS NULL, m.order, n.order
