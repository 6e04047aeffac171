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
