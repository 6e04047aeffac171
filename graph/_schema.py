"""What the graph is made of: labels, relationship types and properties, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field

META_KEY = "zeren"
VERSION = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A kind of node: what it is, what its key is made of, its other properties with their meaning,
    and those with an index. `internal` ones serve the writer only."""

    name: str
    meaning: str
    key: str
    properties: dict[str, str] = field(default_factory=dict)
    indexes: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A kind of relationship: its pattern, what it says, and its properties. `evidence` says that
    it carries `EVIDENCE` too."""

    name: str
    pattern: str
    meaning: str
    properties: dict[str, str] = field(default_factory=dict)
    evidence: bool = False


EVIDENCE = {
    "evidence": "the words",
    "start": "offset of the first character in the source's text",
    "end": "offset after the last",
    "page": "page, where the format has pages",
    "rule": "the rule that read it",
    "confidence": "0 to 1",
    "doubt": "what there is to check, where anything is",
}
_WRITTEN = {
    "title_written": "title in the text's words",
    "number_written": "number in the text's words",
    "mention": "the mention that decided the regulation, as JSON",
}
_DOMAIN_SCORE = {"score": "0 to 1", "terms": "the terms that decided"}

LABELS = (
    Label(
        name="Document",
        meaning="a policy document",
        key="number, else title, issuers and date, else hash of the text (`#2`: another text has it)",
        properties={
            "title": "as published (the notice's)",
            "text_title": "of the text that the file issues or forwards",
            "doc_number": "发文字号",
            "issuers": "as written",
            "issued_on": "date",
            "effective_on": "date",
            "expires_on": "date",
            "validity": "the words on its validity",
            "kind": "kind of document",
            "level": "of its jurisdiction, where that is known",
            "jurisdiction": "name of the region it speaks for, where that is known",
            "jurisdiction_code": "its code",
            "regions": "keys of that region and of those above it",
            "read_by": "reader version, vocabulary and decisions",
            "warnings": "what the reader warned of",
            "notes": "what the reader noted",
            "doubt": "`same_key`: its key belongs to another text; `ambiguous region`: whose it is",
        },
        indexes=("doc_number", "issued_on"),
    ),
    Label(
        name="Source",
        meaning="a file that was read",
        key="sha256 of its bytes",
        properties={
            "path": "absolute path (the first, where several files have these bytes)",
            "paths": "all of them",
            "format": "suffix",
            "publisher": "where the file says so",
            "loaded_at": "time (UTC)",
        },
    ),
    Label(
        name="Section",
        meaning="a heading and what stands below it",
        key="document key and path of numbers",
        properties={
            "number": "its label",
            "title": "the heading",
            "depth": "1 at the top",
            "order": "place in the document",
            "kind": "general, tasks, safeguards, notes, attachment",
            "start": "offset",
            "end": "offset",
        },
    ),
    Label(
        name="Measure",
        meaning="a task: the lowest numbered unit, table row, or stretch up to one clause",
        key="document key and path of numbers",
        properties={
            "number": "its label",
            "title": "its heading sentence, if any",
            "text": "without the clause; a note that is part of its sentence stays",
            "order": "place in the document",
            "due": "date of its last `due` deadline",
            "ongoing": "boolean: to be pursued all the time",
            "open_roles": "roles given to nobody in particular: `support:有关部门`",
            "start": "offset",
            "end": "offset",
            "page": "page, where the format has pages",
            "keywords": "the words that tell it from the others, heaviest first",
            "status": "progress that a person noted: done, partly, dropped",
            "status_on": "date of it",
            "status_source": "where that stands",
        },
        indexes=("due",),
    ),
    Label(
        name="Agency",
        meaning="a body that answers for measures or issues documents",
        key="full official name; of a collective or unknown body, region key (document key, where nobody "
        "knows the region) and written name",
        properties={
            "short_name": "省司法厅",
            "aliases": "other names",
            "region": "name of the region it serves, where that is known",
            "level": "country, province, city, county, zone",
            "system": "government, party, congress, court, …",
            "functions": "what it is for, in words shared by its counterparts",
            "kind": "agency, collective, unit, enterprise",
            "resolved": "boolean: known to the vocabulary",
            "valid_from": "date",
            "valid_to": "date",
        },
        indexes=("name",),
    ),
    Label(
        name="Regulation",
        meaning="an instrument that documents cite, are based on, or are the text of",
        key="number, else title (after the code of its jurisdiction unless national)",
        properties={
            "keys": "every key that means it, former ones too",
            "title": "the wording most used",
            "titles": "all wordings",
            "doc_number": "number",
            "issuing_code": "国办发",
            "year": "integer",
            "sequence": "integer",
            "kind": "law, regulation, rule, normative document, standard, plan",
            "doubt": "`several_numbers`: the title goes with more than one number",
        },
        indexes=("title",),
    ),
    Label(
        name="Deadline",
        meaning="a stated time",
        key="measure (or document) key and order",
        properties={
            "date": "last day of the stated period",
            "kind": "due: done by; until: holds until; target: to be reached",
            "start_date": "its first day, where stated",
            "precision": "day, month, quarter, half, year",
            "recurring": "yearly, quarterly, monthly",
            "on": "day of a recurring one, `--02-28`",
            "text": "the words",
        },
        indexes=("date",),
    ),
    Label(
        name="Domain",
        meaning="a policy domain",
        key="path: 科技、教育/知识产权/专利",
        properties={"depth": "1 at the top"},
    ),
    Label(
        name="Region",
        meaning="a place that is governed",
        key="code (GB/T 2260), else parent's key and name",
        properties={"short_name": "山东", "level": "country, province, city, county, zone"},
    ),
    Label(name="Meta", meaning="the schema version", key=META_KEY, internal=True),
    Label(
        name="Reading",
        meaning="what reading a file gave",
        key="absolute path",
        indexes=("sha256", "document_key", "text_sha256"),
        internal=True,
    ),
    Label(
        name="Profile",
        meaning="what of a document is compared with others",
        key="document key",
        internal=True,
    ),
    Label(name="Ledger", meaning="what documents say of a shared node", key="label and key", internal=True),
)

RELATIONSHIPS = (
    Relationship(
        name="READ_FROM",
        pattern="(Document)→(Source)",
        meaning="the document stands in the file",
        properties={"facts": "boolean: this file tells the facts, the others are copies"},
    ),
    Relationship(
        name="TEXT_OF",
        pattern="(Document)→(Regulation)",
        meaning="the instrument whose text it is",
        properties=_WRITTEN,
    ),
    Relationship(
        name="ISSUED_BY",
        pattern="(Document)→(Agency)",
        meaning="who issued it",
        properties={"position": "place among the issuers, from 1"},
        evidence=True,
    ),
    Relationship(
        name="BASED_ON",
        pattern="(Document)→(Regulation)",
        meaning="the grounds in its preamble",
        properties={"action": "enact, revise, repeal, implement, apply, mention", **_WRITTEN},
        evidence=True,
    ),
    Relationship(
        name="CITES",
        pattern="(Measure|Document)→(Regulation)",
        meaning="cites it (a document: outside preamble and measures)",
        properties={
            "action": "enact, revise, repeal, implement, apply, mention",
            "place": "where a document's citation stands",
            **_WRITTEN,
        },
        evidence=True,
    ),
    Relationship(name="HAS_SECTION", pattern="(Document|Section)→(Section)", meaning="holds it"),
    Relationship(
        name="HAS_MEASURE",
        pattern="(Document|Section)→(Measure)",
        meaning="holds it: every measure's document, and its nearest section",
    ),
    Relationship(
        name="RESPONSIBLE_FOR",
        pattern="(Agency)→(Measure)",
        meaning="answers for it; one for each role",
        properties={
            "role": "lead, responsible, support",
            "position": "place in the clause, from 1",
            "surface": "the name as written",
            "capacity": "the second name, in brackets",
        },
        evidence=True,
    ),
    Relationship(
        name="HAS_DEADLINE",
        pattern="(Measure|Document)→(Deadline)",
        meaning="states the time",
        evidence=True,
    ),
    Relationship(
        name="IN_DOMAIN",
        pattern="(Measure|Document)→(Domain)",
        meaning="is about it",
        properties=_DOMAIN_SCORE,
    ),
    Relationship(name="BROADER", pattern="(Domain)→(Domain)", meaning="the domain one step up"),
    Relationship(name="SERVES", pattern="(Agency)→(Region)", meaning="the region it serves"),
    Relationship(name="WITHIN", pattern="(Region)→(Region)", meaning="the region one step up"),
    Relationship(
        name="COUNTERPART_OF",
        pattern="(Agency)→(Agency)",
        meaning="has the same function one level up",
        properties={"function": "the function"},
    ),
    Relationship(name="PART_OF", pattern="(Agency)→(Agency)", meaning="belongs to it"),
    Relationship(
        name="SUCCEEDED_BY",
        pattern="(Agency)→(Agency)",
        meaning="was replaced by it",
        properties={"on": "date"},
    ),
    Relationship(
        name="ALIGNS_WITH",
        pattern="(Measure)→(Measure)",
        meaning="the two answer each other: from the lower region's, else the later document's",
        properties={"score": "0 to 1", "terms": "the keywords that they share, heaviest first"},
    ),
)
