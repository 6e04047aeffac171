"""Documents to `PolicyDocument`: read, normalise, outline, recognise, resolve."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import PolicyDocument
    from loaders.decisions import Decision, Decisions
    from loaders.read import SourceText

__all__ = ["find", "load_file", "read_by", "read_text", "to_json"]


def read_text(path: Path | str) -> SourceText:
    """The text of a file, as ``zeren text`` prints it. Raises a `loaders.errors.DocumentError`."""
    from loaders.read import read

    return read(Path(path))


def load_file(
    path: Path | str, *, decisions: Decisions | None = None, comparable: bool = True
) -> PolicyDocument:
    """The document that a file holds, as people's `decisions` on it make it. Only a graph needs it
    `comparable`: with the keywords of its measures, and the hash of its text.

    Raises a `loaders.errors.DocumentError` that names the file: it is missing, unreadable, too
    large, empty, of an unsupported format, binary, undecodable, or holds no policy document.
    """
    from graph.model import Source
    from loaders.document import is_empty, read_document
    from loaders.errors import NotADocument
    from loaders.normalise import normalise
    from loaders.tables.text import with_tables

    at = Path(path)
    text = read_text(at)
    source = Source(
        path=str(path),
        format=text.format,
        sha256=text.sha256,
        text=text.text,
        publisher=text.publisher,
    )
    plain = normalise(with_tables(text))
    read = partial(read_document, plain, source, comparable=comparable)
    document = read(read_by=read_by())
    if is_empty(document):
        raise NotADocument(path=path)
    return _decided(document, decisions, partial(read, read_by=""))


def _decided(
    document: PolicyDocument, decisions: Decisions | None, again: Callable[..., PolicyDocument]
) -> PolicyDocument:
    """The document with the decisions on it; `again` reads it as one of another region."""
    from dataclasses import replace

    from loaders.decisions import apply, decided_region
    from loaders.unplaced import marked

    if not decisions:
        return marked(document)
    # With it comes the driver, for which an extraction need not wait.
    from graph.writing.readings import names_of

    touching = decisions.touching(names_of(document))
    if not touching:
        return marked(document)
    region = decided_region(document, touching)
    document = again(region=region) if region else marked(document)
    return replace(apply(document, touching), read_by=read_by(touching))


def to_json(document: PolicyDocument) -> dict[str, object]:
    """A document as the JSON object that ``zeren extract`` prints."""
    from loaders.contract import to_json

    return to_json(document)


def find(paths: Iterable[Path | str]) -> list[Path]:
    """The files meant by paths, folders and globs: a folder's files of a known format in order of
    name, a zip's documents, a path as given (so that a missing or unsupported one is named
    when it is read)."""
    from glob import glob

    from loaders.read import SUFFIXES, archive

    found: dict[Path, None] = {}

    def add(files: Iterable[Path]) -> None:
        for file in files:
            found.update(dict.fromkeys(archive.documents(file)))

    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in SUFFIXES and p.is_file())
            add(p for p in inside if not _hidden(p, path))
        elif not path.exists() and any(c in str(given) for c in "*?["):
            matched = sorted(Path(p) for p in glob(str(given), recursive=True))  # noqa: PTH207 - absolute globs
            add(matched or [path])
        else:
            add([path])
    return list(found)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def read_by(decisions: Iterable[Decision] = ()) -> str:
    """What a document is read by: a hash of the loaders' code and vocabulary, and one of the
    `decisions` on it, if any. The same file read by the same gives the same document."""
    from loaders.decisions import digest

    return "+".join(filter(None, (_reader(), digest(decisions))))


@cache
def _reader() -> str:
    digest = sha256()
    for entry in _files(resources.files("loaders")):
        digest.update(entry)
    return digest.hexdigest()[:16]


def _files(folder: object) -> Iterable[bytes]:
    entries = sorted(folder.iterdir(), key=lambda e: str(e.name))  # type: ignore[attr-defined]
    for entry in entries:
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith((".py", ".yaml", ".tsv")):
            yield entry.name.encode() + entry.read_bytes()
