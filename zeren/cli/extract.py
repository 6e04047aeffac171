"""``zeren extract`` and ``zeren text``: what is read from files, before any graph."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import ZerenError
from zeren.cli._common import (
    LangOption,
    OutOption,
    complain,
    note,
    t,
    write_bytes,
    write_text,
)

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help=t("Files, folders, globs.", "文件、文件夹或通配符。"))
]


class Form(StrEnum):
    """A form in which documents are printed."""

    jsonl = "jsonl"
    json = "json"


FormOption = Annotated[
    Form, typer.Option("--format", help=t("A line a document, or one array.", "每份文件一行，或一个数组。"))
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(help=t("Print what is read from documents, as JSON.", "以 JSON 输出从文件中读出的内容。"))(
        extract
    )
    app.command(help=t("Print the text of a file.", "输出文件的文本。"))(text)


def extract(
    files: Files, format: FormOption = Form.jsonl, out: OutOption = None, lang: LangOption = None
) -> None:
    """One JSON object a document: ``jsonl`` a line each, ``json`` one array of them."""
    from loaders import find
    from loaders.many import each

    kept, failed = [], False
    lines = format is Form.jsonl and out is None
    paths = find(files)
    if not paths:
        note(t("No files to read there.", "那里没有可读取的文件。"))
    for line in each(json_line, paths):
        if isinstance(line, ZerenError):
            complain(line)
            failed = True
        elif lines:
            write_bytes(line, None)
        else:
            kept.append(line)
    if format is Form.json:
        write_text(json.dumps([json.loads(o) for o in kept], ensure_ascii=False, indent=2) + "\n", out)
    elif out is not None:
        write_bytes(b"".join(kept), out)
    if failed:
        raise typer.Exit(1)


def json_line(path: Path) -> bytes:
    """What is read from a file, as its line of ``jsonl`` in UTF-8: a process that reads for another one
    hands it over as it is."""
    import orjson

    from loaders import load_file, to_json

    found = to_json(load_file(path, comparable=False))
    try:
        return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        # The name of a file may be no text; escapes carry it.
        return json.dumps(found).encode() + b"\n"


def text(
    file: Annotated[Path, typer.Argument(metavar="FILE")], out: OutOption = None, lang: LangOption = None
) -> None:
    """The text that the offsets of ``zeren extract`` count in, byte for byte."""
    from loaders import read_text

    words = read_text(file).text.encode("utf-8", errors="surrogatepass")
    if out is not None:
        out.write_bytes(words)
        return
    sys.stdout.buffer.write(words)
    sys.stdout.buffer.flush()
