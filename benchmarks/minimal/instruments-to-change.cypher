MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[c:CITES]->(g:Regulation) WHERE c.action IN ['enact', 'revise', 'repeal']
RETURN c.action AS action, g.title AS regulation, d.doc_number AS document, m.number AS number,
       [(a:Agency)-[:RESPONSIBLE_FOR]->(m) | a.name] AS agencies
ORDER BY action, d.key, m.order
