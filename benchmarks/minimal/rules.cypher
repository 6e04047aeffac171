MATCH ()-[r]->()
WHERE r.rule IS NOT NULL
RETURN type(r) AS fact, r.rule AS rule, count(r) AS links, count(r.doubt) AS doubtful,
       min(r.confidence) AS lowest, min(r.evidence) AS example
ORDER BY fact, rule
