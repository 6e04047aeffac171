"""Which readings are copies, who tells the facts, who has the key."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from graph.model import PolicyDocument
from graph.writing.editions import Edition, editions, similarity
from graph.writing.readings import Reading, absolute, reading_of

KEY = "鲁政〔2023〕1号"
TEXT = "".join(chr(0x4E00 + n * 7 % 5000) for n in range(1000))
OTHER = "".join(chr(0x4E00 + n * 11 % 4999) for n in range(1000, 2000))


def found(*documents: PolicyDocument) -> dict[str, Edition]:
    """The editions, after a check that the order of the readings does not matter."""
    readings = [reading_of(document) for document in documents]
    orders = [editions(order) for order in itertools.permutations(readings)]
    assert all(order == orders[0] for order in orders)
    return orders[0]


def shape(editions: dict[str, Edition]) -> dict[str, tuple[str, list[str]]]:
    """Key → (file name of the giver, file names of all copies)."""
    return {
        key: (_name(edition.giver), [_name(copy) for copy in edition.copies])
        for key, edition in editions.items()
    }


def _name(reading: Reading) -> str:
    return reading.path.rpartition("/")[2]


@pytest.fixture
def paper(build) -> Any:
    def make(
        path: str, text: str, measures: int = 1, number: str | None = KEY, **others: Any
    ) -> PolicyDocument:
        return build.document(
            path, *(build.measure(n) for n in range(measures)), text=text, doc_number=number, **others
        )

    return make


def test_alike_texts_of_one_key_are_copies(paper) -> None:
    assert shape(found(paper("a", TEXT), paper("b", TEXT[:-150]))) == {KEY: ("a", ["a", "b"])}


@pytest.mark.parametrize(
    ("one", "other", "giver"),
    [
        ((TEXT, 1), (TEXT[:-150], 2), "b"),  # more measures
        ((TEXT[:-150], 1), (TEXT, 1), "b"),  # longer text
        ((TEXT, 1), (TEXT[:-1] + "甲", 1), None),  # lower hash
    ],
)
def test_the_best_copy_tells_the_facts(paper, one, other, giver: str | None) -> None:
    a, b = paper("a", *one), paper("b", *other)
    giver = giver or ("a" if a.source.sha256 < b.source.sha256 else "b")
    assert shape(found(a, b)) == {KEY: (giver, ["a", "b"])}


def test_another_text_of_the_key_is_another_document_and_doubtful(paper) -> None:
    documents = found(paper("a", TEXT), paper("b", OTHER, 2), paper("c", OTHER[:-100], 1))
    assert shape(documents) == {KEY: ("b", ["b", "c"]), f"{KEY}#2": ("a", ["a"])}
    assert [documents[key].doubt for key in (KEY, f"{KEY}#2")] == [None, "same_key"]


def test_three_texts_of_one_key(paper) -> None:
    documents = found(paper("a", TEXT, 1), paper("b", OTHER, 3), paper("c", TEXT[::-1], 2))
    assert shape(documents) == {KEY: ("b", ["b"]), f"{KEY}#2": ("c", ["c"]), f"{KEY}#3": ("a", ["a"])}


def test_the_same_text_is_a_copy_whatever_its_key(paper) -> None:
    other = "鲁政〔2023〕2号"
    documents = found(
        paper("a", TEXT, 1, other, text_sha256="same"), paper("b", f"{TEXT} ", 2, KEY, text_sha256="same")
    )
    assert shape(documents) == {KEY: ("b", ["a", "b"])}


def test_alike_texts_of_two_keys_are_two_documents(paper) -> None:
    documents = found(paper("a", TEXT), paper("b", TEXT[:-10], number="鲁政〔2023〕2号"))
    assert shape(documents) == {KEY: ("a", ["a"]), "鲁政〔2023〕2号": ("b", ["b"])}


def test_a_copy_of_a_copy_is_a_copy(paper) -> None:
    half = TEXT[:700]
    assert similarity(TEXT, half) >= 0.8 > similarity(TEXT, half[:430])
    documents = found(paper("a", TEXT, 3), paper("b", half, 2), paper("c", half[:520], 1))
    assert similarity(TEXT, half[:520]) < 0.8
    assert shape(documents) == {KEY: ("a", ["a", "b", "c"])}


def test_the_same_bytes_at_two_paths(paper) -> None:
    documents = found(paper("b", TEXT), paper("a", TEXT))
    assert shape(documents) == {KEY: ("a", ["a", "b"])}


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"doc_number": "鲁政[2023]1号"}, KEY),
        (
            {"issuers": ("甲厅", "乙厅"), "issued_on": "2023-03-07", "title": "关于甲的通知"},
            "关于甲的通知|甲厅、乙厅|2023-03-07",
        ),
        ({"doc_number": "11号", "text_sha256": "hash"}, "hash"),
        ({"title": "关于甲的通知", "issuers": ("甲厅",), "text_sha256": "hash"}, "hash"),
    ],
)
def test_the_key_of_a_document(build, values: dict[str, Any], key: str) -> None:
    from datetime import date

    if "issued_on" in values:
        values = {**values, "issued_on": date.fromisoformat(values["issued_on"])}
    assert list(found(build.document("a", text=TEXT, **values))) == [key]


def test_without_a_hash_spaces_do_not_count(build) -> None:
    one, other = (build.document(path, text=text) for path, text in (("a", "甲 乙\n丙"), ("b", "甲乙丙")))
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (TEXT, TEXT, 1, 1),
        (TEXT, "\n".join(TEXT), 1, 1),
        (TEXT, OTHER, 0, 0.1),
        (TEXT, TEXT[200:], 0.88, 0.9),
        (TEXT, "", 0, 0),
        ("甲", "甲", 1, 1),
        ("甲", "乙", 0, 0),
    ],
)
def test_similarity(one: str, other: str, least: float, most: float) -> None:
    assert least <= similarity(one, other) <= most
    assert similarity(one, other) == similarity(other, one)


def test_a_path_is_known_in_full(build, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reading_of(build.document("a.txt")).path == str(tmp_path / "a.txt") == absolute(tmp_path / "a.txt")
