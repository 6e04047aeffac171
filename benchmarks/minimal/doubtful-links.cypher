MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE]-(x)
WHERE r.doubt IS NOT NULL OR r.confidence < $below
RETURN d.doc_number AS document, type(r) AS fact, x.name AS what, r.evidence AS evidence
UNION ALL
MATCH (d:Document)-[r:ISSUED_BY|BASED_ON|CITES|HAS_DEADLINE|TEXT_OF]->(x)
WHERE r.doubt IS NOT NULL OR r.confidence < $below
RETURN d.doc_number AS document, type(r) AS fact, x.name AS what, r.evidence AS evidence
