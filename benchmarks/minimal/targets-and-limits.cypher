MATCH (t:Deadline)<-[h:HAS_DEADLINE]-(x)
WHERE t.kind IN ['target', 'until']
OPTIONAL MATCH (x)<-[:HAS_MEASURE]-(above:Document)
WITH x, h, t, coalesce(above, x) AS d
RETURN t.date AS date, t.kind AS kind, coalesce(d.doc_number, d.text_title, d.title, d.name) AS document,
       x.number AS number, coalesce(x.text, d.name) AS what,
       h.evidence AS evidence, h.page AS page, h.start AS start, h.end AS end
ORDER BY date, kind, d.key, h.start
