// en: Every domain with its measures, documents and bodies
// zh: 各领域的任务、文件与机构数量
// column domain: path of the domain -- 领域路径
// column measures: measures in this very domain -- 直属该领域的任务数
// column all_measures: measures in it and in narrower ones -- 含下级领域的任务数
// column documents: documents with such a measure -- 涉及的文件数
// column agencies: bodies that answer for such a measure -- 承担机构数
MATCH (x:Domain)
OPTIONAL MATCH (x)<-[:BROADER*0..]-(y:Domain)<-[:IN_DOMAIN]-(m:Measure)<-[:HAS_MEASURE]-(d:Document)
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
RETURN x.key AS domain, count(DISTINCT CASE WHEN y.key = x.key THEN m END) AS measures,
       count(DISTINCT m) AS all_measures, count(DISTINCT d) AS documents, count(DISTINCT a) AS agencies
ORDER BY domain
