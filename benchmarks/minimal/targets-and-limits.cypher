MATCH (x)-[h:HAS_DEADLINE]->(t:Deadline) WHERE t.kind IN ['target', 'until']
RETURN t.date AS date, t.kind AS kind, x.name AS what, h.evidence AS evidence ORDER BY date, kind, x.key
