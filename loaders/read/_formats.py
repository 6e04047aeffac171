"""Which reader a file needs: by what it begins with, else by its suffix.

A suffix may lie (a .doc that is a page of HTML or a .docx inside); the content of these formats does not.
A reader's module is imported when it is first needed, so that plain text starts fast.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO

from loaders.errors import DamagedFile, DocumentError, UnsupportedFormat
from loaders.read._source import SourceText

Reader = Callable[[Path, bytes], SourceText]

# Suffix → the module and function that read it.
_READERS = {
    ".txt": "text.read_plain",
    ".md": "text.read_markdown",
    ".markdown": "text.read_markdown",
    ".html": "html.read_html",
    ".htm": "html.read_html",
    ".mhtml": "mhtml.read_mhtml",
    ".mht": "mhtml.read_mhtml",
    ".docx": "docx.read_docx",
    ".docm": "docx.read_docx",
    ".pdf": "pdf.read_pdf",
    ".csv": "csv.read_csv",
    ".xlsx": "xlsx.read_xlsx",
    ".xlsm": "xlsx.read_xlsx",
    ".ofd": "ofd.read_ofd",
    ".zip": "archive.read_archive",
} | dict.fromkeys((".doc", ".wps", ".rtf", ".odt", ".xls", ".et", ".ods"), "office.read_office")
# A folder's CSV files are data as a rule: one is read where it is named.
SUFFIXES = tuple(suffix for suffix in _READERS if suffix != ".csv")

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]{0,400}-->\s*)?"
    rb"<(?:!doctype html|html|head|meta|body|table|div)\b",
    re.I,
)
_SAVED_PAGE = re.compile(rb"(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,9}MIME-Version:", re.I)
_WORD_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*>\s*<\?mso-application progid=.Word")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK, _DOCUMENT = (name.encode("utf-16-le") for name in ("Workbook", "WordDocument"))
_PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "ofd.xml": ".ofd", "content.xml": ".odt"}
_TEXTS = (".txt", ".md", ".markdown", ".html", ".htm", ".csv")


def reader_of(path: Path, data: bytes) -> Reader:
    """The reader that a file needs. Raises `UnsupportedFormat` where there is none.

    Whatever a broken file makes the reader's library raise, comes out as `DamagedFile`.
    """
    suffix = recognise(data) or path.suffix.lower()
    if suffix in _TEXTS and path.suffix.lower() in _TEXTS and suffix != ".html":
        suffix = path.suffix.lower()
    name = _READERS.get(suffix)
    if name is None:
        raise UnsupportedFormat(path=path, format=path.suffix or "?", supported=" ".join(_READERS))
    module, function = name.split(".")
    reader: Reader = getattr(import_module(f"loaders.read.{module}"), function)
    if suffix in _TEXTS:
        return reader

    def guarded(path: Path, data: bytes) -> SourceText:
        try:
            return reader(path, data)
        except DocumentError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise DamagedFile(path=path, format=suffix[1:], reason=reason) from error

    return guarded


def recognise(data: bytes) -> str | None:
    """The suffix of the format that a file's first bytes show, None where they show none."""
    if data.startswith(b"PK\x03\x04"):
        return container(io.BytesIO(data))
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(_OLE):
        # Excel and Word share a container; the name of its main stream tells them apart.
        return ".xls" if _WORKBOOK in data and _DOCUMENT not in data else ".doc"
    if data.startswith(b"{\\rtf") or _WORD_XML.match(data):
        return ".rtf" if data[:1] == b"{" else ".doc"
    if _SAVED_PAGE.match(data[:4096]) and b"multipart/related" in data[:4096]:
        return ".mhtml"
    return ".html" if _MARKUP.match(data) else None


def container(file: IO[bytes] | Path) -> str | None:
    """The suffix of the format that a zip container's parts show, ``.zip`` where they show none; None
    where it cannot be opened: what it was to be, its name says."""
    try:
        with zipfile.ZipFile(file) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    return next((suffix for part, suffix in _PARTS.items() if part in names), ".zip")
