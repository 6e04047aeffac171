MATCH (a:Agency) WHERE any(f IN a.functions WHERE f IN $function)
RETURN a.level AS level, a.name AS agency, COUNT { (a)-[:RESPONSIBLE_FOR]->(:Measure) } AS measures
ORDER BY level, a.key
