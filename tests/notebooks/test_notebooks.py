"""Every notebook runs from top to bottom, where Chinese fonts are installed and where none is."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
NO_CHINESE_FONT = """
from matplotlib.font_manager import fontManager
fontManager.ttflist = [font for font in fontManager.ttflist if font.name.startswith("DejaVu")]
"""


def run(path: Path, first: str | None = None) -> nbformat.NotebookNode:
    """The notebook with its outputs, run in its own folder after the code `first`."""
    notebook = nbformat.read(path, as_version=4)
    if first:
        notebook.cells.insert(0, nbformat.v4.new_code_cell(first))
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}})
    return client.execute()


def outputs(notebook: nbformat.NotebookNode, kind: str) -> str:
    """What the cells printed on the stream `kind`, or showed as that media type."""
    found = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    streams = [out.text for out in found if out.output_type == "stream" and out.name == kind]
    return "\n".join(streams + [out.data[kind] for out in found if kind in out.get("data", {})])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path):
    cells = nbformat.read(path, as_version=4).cells
    assert not any(cell.outputs or cell.execution_count for cell in cells if cell.cell_type == "code")


def test_who_answers_for_what():
    notebook = run(NOTEBOOKS[0])
    assert "answers for 49 of 81 measures: 37% of the load" in outputs(notebook, "stdout")
    assert "| 山东省市场监督管理局 | 49 |" in outputs(notebook, "text/markdown")
    assert sum("image/png" in o.get("data", {}) for c in notebook.cells for o in c.get("outputs", ())) == 3
    assert "Glyph" not in outputs(notebook, "stderr")


def test_rows_and_frames():
    printed = outputs(run(NOTEBOOKS[1]), "stdout")
    assert "13 duties of 山东省高级人民法院" in printed
    assert "0 rows, 14 columns" in printed


def test_without_a_chinese_font_agencies_are_numbered_and_no_glyph_is_missing():
    notebook = run(NOTEBOOKS[0], NO_CHINESE_FONT)
    assert "missing from" not in outputs(notebook, "stderr")
    assert "\n2 " in outputs(notebook, "stdout")
