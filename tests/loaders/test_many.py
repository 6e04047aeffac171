"""Many files read by several processes: the same results, in order, each error with its file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.errors import ZerenError
from loaders import errors, load_file
from loaders.many import each

DOCUMENTS = Path(__file__).parents[2] / "documents"


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    paths = [*sorted(DOCUMENTS.glob("*.txt")), tmp_path / "empty.txt", tmp_path / "missing.txt"]
    alone = list(each(load_file, paths, processes=1))
    together = list(each(load_file, paths * 3, processes=2))
    assert list(map(repr, together)) == list(map(repr, alone * 3))
    assert [type(found) for found in together[2:4]] == [errors.EmptyFile, errors.MissingFile]
    assert [str(found) for found in together[2:4]] == [str(found) for found in alone[2:4]]


def _breaks(path: Path) -> str:
    if path.name == "unforeseen":
        raise IndexError("no such clause")
    return path.name


def test_an_error_that_no_reader_foresaw_names_its_file() -> None:
    first, broken, last = each(_breaks, [Path("a"), Path("unforeseen"), Path("b")], processes=1)
    assert (first, last) == ("a", "b")
    assert isinstance(broken, errors.ReadingBroke)
    assert broken.say("zh") == "unforeseen：读取中断（IndexError: no such clause）；其他文件不受影响"


def _only_here(path: Path) -> int:
    """A reader that ends any process but the tests'."""
    if os.environ["READ_IN"] != str(os.getpid()):
        os._exit(3)
    return len(path.name)


def test_where_processes_break_down_this_one_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READ_IN", str(os.getpid()))
    assert list(each(_only_here, [Path("a"), Path("bb"), Path("ccc")], processes=2)) == [1, 2, 3]


def test_an_error_survives_the_way_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(errors.FileTooLarge(path="a.pdf", size=300, limit=200)))
    assert isinstance(error, ZerenError)
    assert error.say("zh") == "a.pdf：文件 300 MiB，超过 200 MiB 的上限，请拆分后再加载"
