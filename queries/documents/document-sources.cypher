// en: The files each document was read from
// zh: 各文件的来源
// column document: number of the document, else its title -- 文号，无文号时为标题
// column path: path of the file as given -- 文件路径
// column format: its format -- 格式
// column publisher: who published it, where the file says so -- 发布者
// column sha256: hash of its bytes -- 内容的 sha256
// column copies: files of this document -- 该文件的份数
MATCH (d:Document)-[:READ_FROM]->(s:Source)
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, s.path AS path, s.format AS format,
       s.publisher AS publisher, s.key AS sha256,
       COUNT { (d)-[:READ_FROM]->(:Source) } AS copies
ORDER BY d.key, path, sha256
