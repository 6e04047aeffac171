MATCH (a:Agency)
WHERE a.key IN $agency
CALL (a) {
  OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
  RETURN count(DISTINCT m) AS measures, count(DISTINCT d) AS documents,
         count(CASE WHEN r.role = 'lead' THEN 1 END) AS lead,
         count(CASE WHEN r.role = 'responsible' THEN 1 END) AS responsible,
         count(CASE WHEN r.role = 'support' THEN 1 END) AS support
}
CALL (a) {
  OPTIONAL MATCH (a)-[:PART_OF]->(whole:Agency)
  RETURN min(whole.name) AS part_of
}
RETURN a.name AS agency, a.short_name AS short_name, a.aliases AS aliases, a.region AS region,
       a.level AS level, a.kind AS kind, a.system AS system, a.functions AS functions, part_of,
       a.valid_from AS valid_from, a.valid_to AS valid_to,
       measures, lead, responsible, support, documents
ORDER BY a.key
