// en: Documents in force at a date: begun, not expired, and repealed by no loaded document
// zh: 某日有效的文件：已施行、未到期、未被库中文件废止
// param on: date = today -- the day asked about -- 查询日期
// column document: number of the document, else its title -- 文号，无文号时为标题
// column title: title as published -- 公布的标题
// column since: day it took effect, else its day of issue -- 施行日期，未写明时为成文日期
// column expires_on: last day it holds, where it says so -- 有效期至
// column validity: its words on this -- 关于效力的原文
// column measures: its measures -- 任务数
MATCH (d:Document)
WHERE coalesce(d.effective_on, d.issued_on) <= $on
  AND (d.expires_on IS NULL OR d.expires_on >= $on)
  AND NOT EXISTS {
    MATCH (d)-[:TEXT_OF]->(:Regulation)<-[c:CITES|BASED_ON]-(later:Document)
    WHERE c.action = 'repeal' AND coalesce(later.effective_on, later.issued_on) <= $on
  }
RETURN coalesce(d.doc_number, d.text_title, d.title, d.name) AS document, d.title AS title,
       coalesce(d.effective_on, d.issued_on) AS since, d.expires_on AS expires_on, d.validity AS validity,
       COUNT { (d)-[:HAS_MEASURE]->(:Measure) } AS measures
ORDER BY since, d.key
