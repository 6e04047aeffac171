// en: Where characters stand in a row: in measures, titles and evidence
// zh: 在任务、标题和原文依据中查找连续的文字
// param words: list e.g. 调解 -- what to find, be it part of longer words; several, separated by spaces, all in one place -- 要找的文字，不论是否为完整的词；多个用空格分开，须同时出现
// param document: document = any -- only this document -- 只看该文件
// param limit: int = 100 -- how many rows at most -- 最多行数
// column kind: measure, document, section or evidence -- 种类：measure 任务、document 文件标题、section 章节标题、evidence 依据
// column document: number of the document, else its title -- 文号，无文号时为标题
// column number: number of the measure or section -- 任务或章节编号
// column snippet: what was found among its neighbours -- 上下文
// column what: the measure's name, the title, or the thing that the evidence is about -- 任务名称、标题或依据所指
// column page: page -- 页码
// column start: first character of the measure, section or evidence -- 原文起点
// column end: character after it -- 原文终点
WITH [word IN $words | toLower(word)] AS words
WHERE size(words) > 0
WITH words[0] AS first, words[1..] AS others
CALL (first, others) {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
  WHERE toLower(m.text) CONTAINS first AND all(word IN others WHERE toLower(m.text) CONTAINS word)
  RETURN 1 AS rank, 'measure' AS kind, d, m.order AS place, m.number AS number, m.text AS text,
         m.name AS what, m.page AS page, m.start AS start, m.end AS end
  UNION ALL
  MATCH (d:Document)
  UNWIND [d.title, d.text_title] AS title
  WITH DISTINCT d, title, first, others
  WHERE toLower(title) CONTAINS first AND all(word IN others WHERE toLower(title) CONTAINS word)
  RETURN 2 AS rank, 'document' AS kind, d, 0 AS place, null AS number, title AS text,
         title AS what, null AS page, null AS start, null AS end
  UNION ALL
  MATCH (d:Document)-[:HAS_SECTION*1..9]->(s:Section)
  WHERE toLower(s.title) CONTAINS first AND all(word IN others WHERE toLower(s.title) CONTAINS word)
  RETURN 3 AS rank, 'section' AS kind, d, s.order AS place, s.number AS number, s.title AS text,
         s.name AS what, null AS page, s.start AS start, s.end AS end
  UNION ALL
  CALL (first, others) {
    MATCH (m:Measure)<-[r:RESPONSIBLE_FOR]-(:Agency)
    WHERE toLower(r.evidence) CONTAINS first AND all(word IN others WHERE toLower(r.evidence) CONTAINS word)
    RETURN m, r
    UNION ALL
    MATCH (m:Measure)-[r:CITES]->(:Regulation)
    WHERE toLower(r.evidence) CONTAINS first AND all(word IN others WHERE toLower(r.evidence) CONTAINS word)
    RETURN m, r
    UNION ALL
    MATCH (m:Measure)-[r:HAS_DEADLINE]->(:Deadline)
    WHERE toLower(r.evidence) CONTAINS first AND all(word IN others WHERE toLower(r.evidence) CONTAINS word)
    RETURN m, r
  }
  WITH m, r.evidence AS text, min(r.page) AS page, min(r.start) AS start, max(r.end) AS end
  MATCH (d:Document)-[:HAS_MEASURE]->(m)
  RETURN 4 AS rank, 'evidence' AS kind, d, m.order AS place, m.number AS number, text,
         m.name AS what, page, start, end
  UNION ALL
  MATCH (d:Document)-[r:ISSUED_BY|BASED_ON|CITES|HAS_DEADLINE]->(x)
  WHERE toLower(r.evidence) CONTAINS first AND all(word IN others WHERE toLower(r.evidence) CONTAINS word)
  RETURN 4 AS rank, 'evidence' AS kind, d, 0 AS place, null AS number, r.evidence AS text,
         x.name AS what, r.page AS page, r.start AS start, r.end AS end
}
WITH * // if document
WHERE d.key IN $document // if document
WITH rank, kind, d, place, number, text, what, page, start, end, first
ORDER BY rank, d.key, place, start, what
LIMIT $limit
WITH *, size(split(toLower(text), first)[0]) AS at
WITH *, CASE WHEN at > 20 THEN at - 20 ELSE 0 END AS cut
RETURN kind, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, number,
       CASE WHEN cut > 0 THEN '…' ELSE '' END + substring(text, cut, 60)
         + CASE WHEN size(text) > cut + 60 THEN '…' ELSE '' END AS snippet,
       what, page, start, end
ORDER BY rank, d.key, place, start, what
