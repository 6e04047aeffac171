MATCH ()-[r]->() WHERE r.rule IS NOT NULL RETURN type(r) AS fact, r.rule AS rule, count(r) AS links ORDER BY fact, rule
