// en: Measures in a domain, narrower ones included
// zh: 某领域（含下级领域）的任务
// param domain: domain e.g. 知识产权 -- the domain: name or path -- 领域：名称或路径
// column domain: path of the domain -- 领域路径
// column score: weight of the domain in the measure, 0 to 1 -- 权重
// column terms: the terms that decided -- 依据的词
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure -- 任务编号
// column measure: what is to be done -- 任务内容
// column agencies: bodies that answer for it -- 承担机构
// column due: last day by which it must be done -- 完成期限的最后一天
// column page: page of the measure -- 页码
MATCH (x:Domain)-[:BROADER*0..]->(top:Domain)
WHERE top.key IN $domain
WITH DISTINCT x
MATCH (x)<-[i:IN_DOMAIN]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
CALL (m) {
  OPTIONAL MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH a, min(r.position) AS position ORDER BY position, a.key
  RETURN collect(a.name) AS agencies
}
RETURN x.key AS domain, i.score AS score, i.terms AS terms,
       coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, m.number AS number, m.text AS measure,
       agencies, m.due AS due, m.page AS page
ORDER BY x.key, d.key, m.order
