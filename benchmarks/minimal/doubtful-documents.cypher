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
