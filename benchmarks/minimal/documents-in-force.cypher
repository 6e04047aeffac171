MATCH (d:Document)
WHERE coalesce(d.effective_on, d.issued_on) <= $on AND (d.expires_on IS NULL OR d.expires_on >= $on)
  AND NOT EXISTS {
    MATCH (d)-[:TEXT_OF]->(:Regulation)<-[c:CITES|BASED_ON]-(later:Document)
    WHERE c.action = 'repeal' AND coalesce(later.effective_on, later.issued_on) <= $on
  }
RETURN d.doc_number AS document, d.title AS title, COUNT { (d)-[:HAS_MEASURE]->(:Measure) } AS measures
ORDER BY d.issued_on, d.key
