MATCH (a:Agency) WHERE a.key IN $agency
RETURN a.name AS agency, a.aliases AS aliases, a.functions AS functions,
       COUNT { (a)-[:RESPONSIBLE_FOR]->(:Measure) } AS measures
ORDER BY a.key
