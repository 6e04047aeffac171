MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE all(word IN $words WHERE toLower(m.text) CONTAINS toLower(word))
RETURN 'measure' AS kind, m.text AS text LIMIT $limit
UNION ALL
MATCH (d:Document) WHERE all(word IN $words WHERE toLower(d.title) CONTAINS toLower(word))
RETURN 'document' AS kind, d.title AS text LIMIT $limit
UNION ALL
MATCH (s:Section) WHERE all(word IN $words WHERE toLower(s.title) CONTAINS toLower(word))
RETURN 'section' AS kind, s.name AS text LIMIT $limit
UNION ALL
MATCH ()-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE]->() WHERE all(word IN $words WHERE toLower(r.evidence) CONTAINS toLower(word))
RETURN 'evidence' AS kind, r.evidence AS text LIMIT $limit
