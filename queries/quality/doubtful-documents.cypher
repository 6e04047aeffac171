// en: Documents and instruments whose identity is doubtful
// zh: 身份存疑的文件：同一文号或标题对应不同文本或多个文号
// column kind: document or regulation -- 种类：document 文件，regulation 被引文件
// column name: title -- 标题
// column doc_number: number -- 文号
// column doubt: same_key: its key belongs to another text; several_numbers: its title goes with several numbers; ambiguous region: it is open whose it is -- 存疑之处：same_key 与另一文本同键，several_numbers 同一标题有多个文号，ambiguous region 所属地区不明
// column key: key in the graph -- 图谱中的键
CALL () {
  MATCH (d:Document)
  WHERE d.doubt IS NOT NULL
  RETURN 'document' AS kind, d AS x
  UNION ALL
  MATCH (g:Regulation)
  WHERE g.doubt IS NOT NULL
  RETURN 'regulation' AS kind, g AS x
}
RETURN kind, x.name AS name, x.doc_number AS doc_number, x.doubt AS doubt, x.key AS key
ORDER BY kind, key
