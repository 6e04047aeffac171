"""Documents to `PolicyDocument`: read, normalise, outline, recognise, resolve."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import PolicyDocument
    from loaders.read import SourceText

__all__ = ["find", "load_file", "read_by", "read_text", "to_json"]


def read_text(path: Path | str) -> SourceText:
    """The text of a file, as ``zeren text`` prints it. Raises a `loaders.errors.DocumentError`."""
    from loaders.read import read

    return read(Path(path))


def load_file(path: Path | str) -> PolicyDocument:
    """The document that a file holds.

    Raises a `loaders.errors.DocumentError` that names the file: it is missing, unreadable, too
    large, empty, of an unsupported format, binary, undecodable, or holds no policy document.
    """
    from graph.model import Source
    from loaders.document import is_empty, read_document
    from loaders.errors import NotADocument
    from loaders.normalise import normalise
    from loaders.read import read_bytes
    from loaders.read import sha256 as digest

    at = Path(path)
    text = read_text(at)
    source = Source(
        path=str(path),
        format=text.format,
        sha256=digest(read_bytes(at)),
        text=text.text,
        publisher=text.publisher,
    )
    document = read_document(normalise(text), source, read_by=read_by())
    if is_empty(document):
        raise NotADocument(path=path)
    return document


def to_json(document: PolicyDocument) -> dict[str, object]:
    """A document as the JSON object that ``zeren extract`` prints."""
    from loaders.contract import to_json

    return to_json(document)


def find(paths: Iterable[Path | str]) -> list[Path]:
    """The files meant by paths, folders and globs: a folder's files of a known format in order of
    name, a path as given (so that a missing or unsupported one is named when it is read)."""
    from glob import glob

    from loaders.read import SUFFIXES

    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in SUFFIXES and p.is_file())
            found.update(dict.fromkeys(p for p in inside if not _hidden(p, path)))
        elif not path.exists() and any(c in str(given) for c in "*?["):
            matched = sorted(Path(p) for p in glob(str(given), recursive=True))  # noqa: PTH207 - absolute globs
            found.update(dict.fromkeys(matched or [path]))
        else:
            found[path] = None
    return list(found)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


@cache
def read_by() -> str:
    """The reader's fingerprint: a hash of the loaders' code and vocabulary. The same file read by
    the same fingerprint gives the same document."""
    digest = sha256()
    for entry in _files(resources.files("loaders")):
        digest.update(entry)
    return digest.hexdigest()[:16]


def _files(folder: object) -> Iterable[bytes]:
    entries = sorted(folder.iterdir(), key=lambda e: str(e.name))  # type: ignore[attr-defined]
    for entry in entries:
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith((".py", ".yaml")):
            yield entry.name.encode() + entry.read_bytes()
