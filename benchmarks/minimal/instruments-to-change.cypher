MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[c:CITES]->(g:Regulation) WHERE c.action IN ['enact', 'revise', 'repeal']
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
WITH c, g, d, m, collect(a.name) AS agencies
RETURN c.action AS action, g.title AS regulation, d.doc_number AS document, m.number AS number, agencies
ORDER BY action, d.key, m.order
