// en: How much the graph holds: nodes by label, links by type
// zh: 图谱规模：各类节点和关系的数量
// column kind: node or link -- 种类：node 节点，link 关系
// column type: label or type -- 标签或类型
// column count: how many -- 数量
// column doubtful: of these, marked doubtful -- 其中存疑
CALL () {
  MATCH (n)
  WHERE NOT labels(n)[0] IN ['Meta', 'Reading', 'Ledger']
  RETURN 'node' AS kind, labels(n)[0] AS type, count(*) AS count, count(n.doubt) AS doubtful
  UNION ALL
  MATCH ()-[r]->()
  RETURN 'link' AS kind, type(r) AS type, count(*) AS count, count(r.doubt) AS doubtful
}
RETURN kind, type, count, doubtful
ORDER BY kind DESC, type
