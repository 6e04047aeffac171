MATCH (d:Document)
WHERE coalesce(d.effective_on, d.issued_on) <= $on
  AND (d.expires_on IS NULL OR d.expires_on >= $on)
  AND NOT EXISTS {
    MATCH (d)-[:TEXT_OF]->(:Regulation)<-[c:CITES|BASED_ON]-(later:Document)
    WHERE c.action = 'repeal' AND coalesce(later.effective_on, later.issued_on) <= $on
  }
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title,
       coalesce(d.effective_on, d.issued_on) AS since, d.expires_on AS expires_on, d.validity AS validity,
       COUNT { (d)-[:HAS_MEASURE]->(:Measure) } AS measures
ORDER BY since, d.key
