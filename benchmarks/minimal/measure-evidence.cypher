MATCH (m:Measure)-[r:RESPONSIBLE_FOR|CITES|HAS_DEADLINE|IN_DOMAIN]-(x) WHERE m.key IN $measure
RETURN m.name AS measure, type(r) AS fact, x.name AS what, r.evidence AS evidence ORDER BY m.key, fact, what
