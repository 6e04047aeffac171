// en: The domains of each document, best first
// zh: 各文件所属领域，按权重排列
// param document: document = any -- only this document -- 只看该文件
// column document: number of the document, else its title -- 文号，无文号时为标题
// column title: title of the document -- 文件标题
// column domain: path of the domain -- 领域路径
// column score: weight of the domain, 0 to 1 -- 权重
// column terms: the terms that decided -- 依据的词
MATCH (d:Document)-[i:IN_DOMAIN]->(x:Domain)
WHERE d.key IN $document // if document
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title, x.key AS domain,
       i.score AS score, i.terms AS terms
ORDER BY d.key, score DESC, domain
