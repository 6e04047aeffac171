MATCH (d:Document) WHERE d.doubt IS NOT NULL RETURN d.name AS name, d.doubt AS doubt, d.key AS key
UNION ALL
MATCH (d:Regulation) WHERE d.doubt IS NOT NULL RETURN d.name AS name, d.doubt AS doubt, d.key AS key
