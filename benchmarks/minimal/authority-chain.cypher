MATCH (m:Measure)-[c:CITES]->(g:Regulation) WHERE m.key IN $measure
RETURN m.name AS measure, 0 AS step, g.title AS regulation
UNION ALL
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE m.key IN $measure
MATCH path = (d)((:Document)-[:BASED_ON]->(:Regulation)<-[:TEXT_OF]-(:Document)){0,5}(by:Document)
MATCH (by)-[:BASED_ON]->(g:Regulation)
RETURN m.name AS measure, length(path) / 2 + 1 AS step, g.title AS regulation
