from datetime import date

from graph.deadlines import count_deadlines


def row(measure: str | None, kind: str | None = None, day: date | None = None, *, ongoing=False, n: int = 1):
    deadline = f"{measure}@{n}" if kind else None
    return {"measure": measure, "ongoing": ongoing, "deadline": deadline, "kind": kind, "date": day}


TEAMS = {"m1": {"A", "B"}, "m2": {"A"}, "m3": {"C"}, "m4": set()}


def counts(*rows) -> list[tuple]:
    return [tuple(cell.values()) for cell in count_deadlines(rows, TEAMS)]


def test_counts_by_year_and_kind_in_order():
    assert counts(
        row("m3", ongoing=True),
        row("m4"),
        row("m1", "target", date(2025, 12, 31)),
        row("m2", "due", date(2025, 6, 30)),
        row("m1", "due", date(2023, 12, 31), n=2),
        row("m1", "due", None, n=3),
    ) == [
        (2023, "due", 1, 1, 2),
        (2025, "due", 1, 1, 1),
        (2025, "target", 1, 1, 2),
        (None, "due", 1, 1, 2),
        (None, "ongoing", 0, 1, 1),
        (None, "undated", 0, 1, 0),
    ]


def test_a_measure_that_is_dated_and_ongoing_counts_under_both_and_once_each():
    assert counts(
        row("m1", "due", date(2023, 3, 31), ongoing=True),
        row("m1", "due", date(2023, 12, 31), ongoing=True, n=2),
    ) == [(2023, "due", 2, 1, 2), (None, "ongoing", 0, 1, 2)]


def test_a_documents_own_deadline_is_no_measures():
    assert counts(row(None, "until", date(2027, 1, 1))) == [(2027, "until", 1, 0, 0)]


def test_nothing_is_dated():
    assert counts() == []
