MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:IN_DOMAIN]->(x:Domain) WHERE d.key IN $document
WITH x, collect(m.name) AS numbers
WHERE NOT EXISTS {
  MATCH (o:Document)-[:HAS_MEASURE]->(:Measure)-[:IN_DOMAIN]->(:Domain)-[:BROADER*0..]->(x) WHERE o.key IN $other
}
RETURN x.key AS domain, numbers ORDER BY size(numbers) DESC, domain
