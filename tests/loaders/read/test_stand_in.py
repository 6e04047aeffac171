"""A PDF that names its Chinese font without carrying it, on a machine that has no such font."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from making import as_pdf

# PDFium keeps the fonts it has found, so the machine without fonts is a process of its own.
READ = """
import json, sys
from pathlib import Path
import pypdfium2 as pdfium
from loaders import read_text
from loaders.read._stand_in import StandIn

class Bare(pdfium.PdfSysfontBase):
    def EnumFonts(self, *asked):
        return None

    MapFont = GetFont = EnumFonts

(StandIn(default=Bare()) if sys.argv[1] == "stand-in" else Bare()).setup()
source = read_text(Path(sys.argv[2]))
print(json.dumps([[source.text[b.start : b.end], b.page] for b in source.blocks]))
"""
TABLE = [["序号", "重点任务", "牵头单位"], ["1", "疏浚河道", "市水务局"], ["2", "新建公厕15座", "市城管局"]]
DOCUMENT = ["关于印发2025年工作方案的通知", "到2025年底前，完成85%以上的社区改造。", TABLE]


def without_fonts(folder: Path, handler: str) -> object:
    (folder / "notice.pdf").write_bytes(as_pdf(DOCUMENT))
    command = [sys.executable, "-c", READ, handler, str(folder / "notice.pdf")]
    return json.loads(subprocess.run(command, check=True, timeout=60, capture_output=True).stdout)


def test_the_text_is_read(tmp_path: Path) -> None:
    rows = ["\t".join(row) for row in TABLE]
    assert without_fonts(tmp_path, "stand-in") == [[text, 1] for text in [*DOCUMENT[:2], *rows]]


def test_it_would_be_lost(tmp_path: Path) -> None:
    """PDFium leaves out what it has no font for: without the stand-in the figures alone are read."""
    assert without_fonts(tmp_path, "none") == [["2025", 1], ["2025 85%", 1], ["1", 1], ["2\t15\t", 1]]
