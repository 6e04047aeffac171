"""The calendar keeps the rules of RFC 5545, and holds the dated deadlines."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph import writer
from graph.connection import Graph
from graph.exports import ical

TEXT = "a;b,c\\n\nd" + "长" * 60 + "𠮷" * 40 + "\x0b"


@pytest.fixture(scope="module")
def filled(graph: Graph, scene, build) -> Graph:
    for document in scene:
        writer.load(graph, document)
    hostile = build.measure(1, text=TEXT, deadlines=(build.due("2024-02-29"),))
    writer.load(graph, build.document("hostile.txt", hostile))
    return graph


def events(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar by property (parameters with the name), read by the letter of the RFC."""
    assert content.endswith(b"\r\n")
    raw = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in raw)
    assert all(b"\n" not in line and b"\r" not in line for line in raw)
    for line in raw:
        line.decode()  # no character is torn
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    assert any(line.startswith("PRODID:") for line in lines)
    found: list[dict[str, str]] = []
    for line in lines:
        assert re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", line), line
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            assert not re.search(r"(?<!\\)(\\\\)*\\[^\\;,nN]", value), line
            found[-1].setdefault(name, re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), value))
    return found


def test_every_dated_deadline_is_a_day(filled: Graph, tmp_path: Path) -> None:
    ical.export(filled, tmp_path / "due.ics")
    content = (tmp_path / "due.ics").read_bytes()
    found = events(content)
    held = filled.read("MATCH (t:Deadline) WHERE t.date IS NOT NULL RETURN t.date AS day, t.kind AS kind")
    days = [(date.fromisoformat(each["DTSTART;VALUE=DATE"]), each["CATEGORIES"]) for each in found]
    assert sorted(days) == sorted((row["day"], row["kind"]) for row in held)
    assert len({each["UID"] for each in found}) == len(found)
    for each in found:
        assert re.fullmatch(r"\d{8}T\d{6}Z", each["DTSTAMP"])
        ends = date.fromisoformat(each["DTEND;VALUE=DATE"])
        assert ends - date.fromisoformat(each["DTSTART;VALUE=DATE"]) == timedelta(days=1)
    ical.export(filled, tmp_path / "due.ics")
    assert (tmp_path / "due.ics").read_bytes() == content


def test_text_comes_back_whole(filled: Graph, tmp_path: Path) -> None:
    ical.export(filled, tmp_path / "due.ics", document="关于hostile.txt的通知")
    (event,) = events((tmp_path / "due.ics").read_bytes())
    assert TEXT.removesuffix("\x0b") in event["DESCRIPTION"]
    assert event["DTSTART;VALUE=DATE"] == "20240229"


def test_who_answers_stands_first(filled: Graph, tmp_path: Path) -> None:
    ical.export(filled, tmp_path / "due.ics", document="鲁政〔2023〕1号")
    found = events((tmp_path / "due.ics").read_bytes())
    first = next(each for each in found if each["DTSTART;VALUE=DATE"] == "20231231")
    assert first["DESCRIPTION"].split("\n")[0] == "山东省市场监督管理局、山东省高级人民法院"
