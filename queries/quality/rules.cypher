// en: What each rule of recognition read, and how sure it was
// zh: 各识别规则读出的关系数量与置信度
// column fact: kind of link -- 关系类型
// column rule: the rule -- 规则
// column links: links it read -- 关系数
// column doubtful: of these, marked doubtful -- 其中存疑
// column lowest: the least confidence, 0 to 1 -- 最低置信度
// column example: words it read -- 原文示例
MATCH ()-[r]->()
WHERE r.rule IS NOT NULL
RETURN type(r) AS fact, r.rule AS rule, count(r) AS links, count(r.doubt) AS doubtful,
       min(r.confidence) AS lowest, min(r.evidence) AS example
ORDER BY fact, rule
