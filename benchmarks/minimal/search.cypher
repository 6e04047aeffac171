WITH toLower($words[0]) AS word
CALL (word) {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
  WHERE toLower(m.text) CONTAINS word
  RETURN 1 AS rank, 'measure' AS kind, d, m.order AS place, m.number AS number, m.text AS text,
         m.name AS what, m.page AS page, m.start AS start, m.end AS end
  UNION ALL
  MATCH (d:Document)
  UNWIND [d.title, d.text_title] AS title
  WITH DISTINCT d, title, word
  WHERE toLower(title) CONTAINS word
  RETURN 2 AS rank, 'document' AS kind, d, 0 AS place, null AS number, title AS text,
         title AS what, null AS page, null AS start, null AS end
  UNION ALL
  MATCH (d:Document)-[:HAS_SECTION*1..9]->(s:Section)
  WHERE toLower(s.title) CONTAINS word
  RETURN 3 AS rank, 'section' AS kind, d, s.order AS place, s.number AS number, s.title AS text,
         s.name AS what, null AS page, s.start AS start, s.end AS end
  UNION ALL
  CALL (word) {
    MATCH (m:Measure)<-[r:RESPONSIBLE_FOR]-(:Agency)
    WHERE toLower(r.evidence) CONTAINS word
    RETURN m, r
    UNION ALL
    MATCH (m:Measure)-[r:CITES]->(:Regulation)
    WHERE toLower(r.evidence) CONTAINS word
    RETURN m, r
    UNION ALL
    MATCH (m:Measure)-[r:HAS_DEADLINE]->(:Deadline)
    WHERE toLower(r.evidence) CONTAINS word
    RETURN m, r
  }
  WITH m, r.evidence AS text, min(r.page) AS page, min(r.start) AS start, max(r.end) AS end
  MATCH (d:Document)-[:HAS_MEASURE]->(m)
  RETURN 4 AS rank, 'evidence' AS kind, d, m.order AS place, m.number AS number, text,
         m.name AS what, page, start, end
  UNION ALL
  MATCH (d:Document)-[r:ISSUED_BY|BASED_ON|CITES|HAS_DEADLINE]->(x)
  WHERE toLower(r.evidence) CONTAINS word
  RETURN 4 AS rank, 'evidence' AS kind, d, 0 AS place, null AS number, r.evidence AS text,
         x.name AS what, r.page AS page, r.start AS start, r.end AS end
}
WITH rank, kind, d, place, number, text, what, page, start, end, word
ORDER BY rank, d.key, place, start, what
LIMIT $limit
WITH *, size(split(toLower(text), word)[0]) AS at
WITH *, CASE WHEN at > 20 THEN at - 20 ELSE 0 END AS cut
RETURN kind, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, number,
       CASE WHEN cut > 0 THEN '…' ELSE '' END + substring(text, cut, 60)
         + CASE WHEN size(text) > cut + 60 THEN '…' ELSE '' END AS snippet,
       what, page, start, end
ORDER BY rank, d.key, place, start, what
