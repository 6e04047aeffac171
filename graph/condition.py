"""Whether a graph may be used: it has the schema of this Zeren, and it is whole."""

from __future__ import annotations

from graph._schema import META_KEY, VERSION
from graph.errors import ZerenError

TRUST = 1.0
"""Seconds for which a look at the graph's condition holds for a reader. Who is about to take the whole
graph apart marks it, and waits so long before the first change."""
LOOK = f"MATCH (m:Meta {{key: '{META_KEY}'}}) RETURN m.schema_version AS version, m.incomplete AS incomplete"
_REMEDIES = {"migrate": "zeren migrate", "import": "cypher-shell -f after-import.cypher"}


class NotUsable(ZerenError):
    """The graph is not in a condition to be read or written."""


class OtherSchema(NotUsable):
    """The graph was written by a later Zeren."""

    en = "The graph has schema version {found}, this Zeren {version}. Use the Zeren that wrote it."
    zh = "图谱的结构版本为 {found}，本程序为 {version}：请使用写入它的程序。"


class OldSchema(NotUsable):
    """The graph was written by an earlier Zeren, and can be brought to this one's schema."""

    en = (
        "The graph has schema version {found}, this Zeren {version}."
        " Bring it up to date with `zeren migrate` (`zeren backup FILE` keeps it as it is)."
    )
    zh = (
        "图谱的结构版本为 {found}，本程序为 {version}。"
        "请用 `zeren migrate` 更新（可先用 `zeren backup 文件` 备份）。"
    )


class IncompleteGraph(NotUsable):
    """A change of the whole graph did not end, or has not yet."""

    en = "The graph is not whole: `{remedy}` is at work on it, or was interrupted. If it was, run it again."
    zh = "图谱不完整：`{remedy}` 正在进行或已中断。如已中断，请重新运行。"


def require_known(version: object, incomplete: str | None) -> None:
    """As `require_usable`, but a graph of an earlier schema will do too."""
    if incomplete is not None or not isinstance(version, int) or version > VERSION:
        require_usable(version, incomplete)


def require_usable(version: object, incomplete: str | None) -> None:
    """Raise a `NotUsable` unless a graph of this `version` is of ours and whole. `incomplete` names
    the command that has begun to change all of it."""
    if incomplete is not None:
        raise IncompleteGraph(remedy=_REMEDIES.get(incomplete, "zeren restore FILE --replace"))
    if version != VERSION:
        kind = OldSchema if isinstance(version, int) and version < VERSION else OtherSchema
        raise kind(found=version, version=VERSION)
