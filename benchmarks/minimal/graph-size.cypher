MATCH (n) WHERE NOT labels(n)[0] IN ['Meta', 'Reading', 'Ledger']
RETURN labels(n)[0] AS type, count(*) AS count
UNION ALL
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count
