"""The facts of a page out of the graph, and the documents that a name may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import UnknownName, ZerenError
from graph.lookup import find_documents, near_documents, told_apart
from graph.views._data import Agency, Answer, Citation, Deadline, Document, Measure, PageData

if TYPE_CHECKING:
    from graph.connection import Graph

Row = dict[str, Any]
T = TypeVar("T")

_WITHIN = "WHERE $documents IS NULL OR d.key IN $documents"
_MEASURES_OF = f"MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) {_WITHIN}"

_DOCUMENTS = f"""
MATCH (d:Document) {_WITHIN}
OPTIONAL MATCH (d)-[:READ_FROM]->(s:Source)
WITH d, min(s.path) AS source
RETURN d.key AS key, coalesce(d.text_title, d.title, d.name) AS name, d.doc_number AS doc_number,
       d.issued_on AS issued_on, source
ORDER BY key
"""
_MEASURES = f"""
{_MEASURES_OF}
OPTIONAL MATCH (s:Section)-[:HAS_MEASURE]->(m)
RETURN m.key AS key, d.key AS document, s.key AS section, m.number AS number, m.name AS name,
       m.title AS title, m.text AS text, coalesce(m.ongoing, false) AS ongoing, m.start AS start,
       m.end AS end, m.page AS page, coalesce(m.open_roles, []) AS open_roles
ORDER BY document, m.order, key
"""
_SECTIONS = """
MATCH (above)-[:HAS_SECTION]->(s:Section)
RETURN s.key AS key, s.name AS name, above.key AS above
ORDER BY key
"""
_ANSWERS = f"""
{_MEASURES_OF}
MATCH (m)<-[r:RESPONSIBLE_FOR]-(a:Agency)
RETURN m.key AS measure, a.key AS agency, r.role AS role, r.surface AS surface, r.capacity AS capacity,
       r.evidence AS evidence, r.start AS start, r.end AS end, r.page AS page, r.rule AS rule,
       r.confidence AS confidence, r.doubt AS doubt
ORDER BY measure, r.position, agency, role
"""
_AGENCIES = f"""
{_MEASURES_OF}
MATCH (m)<-[:RESPONSIBLE_FOR]-(a:Agency)
OPTIONAL MATCH (a)-[:SERVES]->(g:Region)
WITH a, min(coalesce(g.short_name, g.name)) AS region
RETURN a.key AS key, a.name AS name, coalesce(a.short_name, a.name) AS short_name, region,
       a.level AS level, coalesce(a.kind, 'agency') AS kind, coalesce(a.resolved, true) AS resolved
ORDER BY key
"""
_DEADLINES = f"""
{_MEASURES_OF}
MATCH (m)-[r:HAS_DEADLINE]->(t:Deadline)
RETURN m.key AS measure, t.kind AS kind, t.date AS date, t.start_date AS start_date,
       t.recurring AS recurring, t.text AS text, r.doubt AS doubt
ORDER BY measure, t.date, t.key
"""
_CITATIONS = f"""
{_MEASURES_OF}
MATCH (m)-[r:CITES]->(g:Regulation)
RETURN m.key AS measure, g.title AS title, g.doc_number AS doc_number, r.action AS action,
       r.evidence AS text, r.doubt AS doubt
ORDER BY measure, r.start, g.key, action
"""
_DOMAINS = f"""
{_MEASURES_OF}
MATCH (m)-[r:IN_DOMAIN]->(x:Domain)
RETURN m.key AS measure, x.key AS domain
ORDER BY measure, r.score DESC, domain
"""
_PART = """
MATCH (d:Document)
WHERE toLower(coalesce(d.title, '')) CONTAINS toLower($name)
   OR toLower(coalesce(d.text_title, '')) CONTAINS toLower($name)
   OR toLower(coalesce(d.doc_number, '')) CONTAINS toLower($name)
RETURN d.key AS key
ORDER BY key
"""


class UnknownDocument(UnknownName):
    """No document of the graph bears the name; `near` are those that may have been meant."""

    en = "The graph holds no document {name}.{near}"
    zh = "图谱中没有文件 {name}。{near}"


class SeveralDocuments(ZerenError):
    """A part of a title fits several documents."""

    en = (
        "{name} fits several documents: {names}. Give more of the title, the number, or the file in brackets."
    )
    zh = "{name} 符合多份文件：{names}。请给出更完整的标题、文号，或方括号中的文件。"


class EmptyGraph(ZerenError):
    """There is no measure to show."""

    en = "There are no measures to show. Load documents first: zeren load FILE…"
    zh = "没有可以展示的措施。请先载入文件：zeren load 文件……"


def document_keys(graph: Graph, name: str) -> list[str]:
    """The keys of the documents that `name` means: a number, a title, a file, or a part of one title.

    Documents that bear one title are shown together. Raises `UnknownDocument` and
    `SeveralDocuments`.
    """
    if exact := find_documents(graph, name):
        return exact
    found = graph.read(_PART, name=name.strip()) if name.strip() else []
    if len(found) > 1:
        raise SeveralDocuments(name=name, names=told_apart(graph, [row["key"] for row in found]))
    if found:
        return [found[0]["key"]]
    raise UnknownDocument(name=name, near=near_documents(graph, name))


def gather(graph: Graph, documents: Sequence[str] | None = None) -> PageData:
    """The facts of the documents with these keys, or of the whole graph.

    Raises `EmptyGraph` where there is no measure, and what ``graph.read`` raises.
    """
    keys = None if documents is None else list(documents)

    def read(cypher: str) -> list[Row]:
        return graph.read(cypher, documents=keys)

    measures = read(_MEASURES)
    if not measures:
        raise EmptyGraph()
    paths = _paths(graph.read(_SECTIONS))
    answers = _by_measure(read(_ANSWERS), lambda row: Answer(**row))
    deadlines = _by_measure(read(_DEADLINES), lambda row: Deadline(**row))
    citations = _by_measure(read(_CITATIONS), lambda row: Citation(**row))
    domains = _by_measure(read(_DOMAINS), lambda row: str(row["domain"]))
    return PageData(
        documents=tuple(Document(**row | {"source": _file(row["source"])}) for row in read(_DOCUMENTS)),
        agencies=tuple(Agency(**row) for row in read(_AGENCIES)),
        measures=tuple(
            Measure(
                **row
                | {
                    "section": paths.get(row["section"], ()),
                    "open_roles": tuple(map(_open_role, row["open_roles"])),
                },
                answers=tuple(answers[row["key"]]),
                deadlines=tuple(deadlines[row["key"]]),
                citations=tuple(citations[row["key"]]),
                domains=tuple(domains[row["key"]]),
            )
            for row in measures
        ),
    )


def _by_measure(rows: Sequence[Row], make: Callable[[Row], T]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.pop("measure")].append(make(row))
    return found


def _paths(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Section key → its headings from the top."""
    sections = {row["key"]: row for row in rows}

    def path(key: str) -> tuple[str, ...]:
        row = sections.get(key)
        return (*path(row["above"]), row["name"]) if row else ()

    return {key: path(key) for key in sections}


def _open_role(text: str) -> tuple[str, str]:
    """``support:有关部门`` → (support, 有关部门)."""
    role, _, words = text.partition(":")
    return role, words


def _file(path: str | None) -> str | None:
    """The file's name alone: a page is passed on, and whose folder it came from is nobody's business."""
    if path is None:
        return None
    return PureWindowsPath(path).name if "\\" in path else PurePath(path).name
