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
