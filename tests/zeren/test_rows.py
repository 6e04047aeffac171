"""Rows as a list and as a DataFrame."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from zeren import NoPandas, Rows


def test_rows_are_a_list() -> None:
    rows = Rows([{"a": 1}], ["a"])
    assert rows == [{"a": 1}] and isinstance(rows, list)


def test_columns_have_the_type_of_their_values() -> None:
    rows = Rows(
        [
            {
                "n": 1,
                "x": 1.0,
                "yes": True,
                "day": date(9999, 12, 31),
                "name": "甲",
                "list": ["a"],
                "mixed": 1,
            },
            {"n": None, "x": 2.0, "yes": None, "day": None, "name": None, "list": [], "mixed": "1"},
        ],
        ["name", "n", "x", "yes", "day", "list", "mixed"],
    )
    frame = rows.frame()
    assert [str(each) for each in frame.dtypes] == [
        *("str", "Int64", "float64", "boolean", "datetime64[s]", "object", "object")
    ]
    assert list(frame.columns) == rows.columns
    assert frame["n"].sum() == 1 and frame["day"][0].year == 9999
    assert frame["name"].isna().tolist() == [False, True]


def test_times_keep_their_zone() -> None:
    at = datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert Rows([{"at": at}], ["at"]).frame()["at"][0] == at
    assert Rows([{"at": at.replace(tzinfo=None)}], ["at"]).frame()["at"][0] == at.replace(tzinfo=None)


def test_no_rows_have_columns_all_the_same() -> None:
    assert list(Rows([], ["a", "b"]).frame().columns) == ["a", "b"]


@pytest.mark.parametrize("here", [None, SimpleNamespace(__version__="2.3.1")])
def test_what_to_install_is_said(here: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", here)
    with pytest.raises(NoPandas) as error:
        Rows([{"a": 1}], ["a"]).frame()
    assert "pip install 'pandas>=3'" in str(error.value) and "pip install" in error.value.say("zh")
