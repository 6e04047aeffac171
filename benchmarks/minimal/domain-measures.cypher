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
