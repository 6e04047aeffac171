MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[c:CITES]->(g:Regulation) WHERE g.key IN $regulation
RETURN c.action AS action, d.doc_number AS document, m.text AS measure
UNION ALL
MATCH (d:Document)-[c:CITES|BASED_ON]->(g:Regulation) WHERE g.key IN $regulation
RETURN c.action AS action, d.doc_number AS document, null AS measure
