// en: Instruments known by title alone
// zh: 只有标题、没有文号的被引文件
// column regulation: title of the instrument -- 文件标题
// column kind: law, regulation, rule, normative document, standard or plan -- 类别
// column citations: how often it is cited or built on -- 被引用次数
// column evidence: the words of one citation -- 一处引用的原文
MATCH (x)-[c:CITES|BASED_ON]->(g:Regulation)
WHERE g.doc_number IS NULL
RETURN g.title AS regulation, g.kind AS kind, count(c) AS citations, min(c.evidence) AS evidence
ORDER BY citations DESC, regulation, kind
