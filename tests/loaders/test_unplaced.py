"""Documents of which it is open for which place they speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import PolicyDocument
from loaders import load_file, to_json
from loaders.decisions import Decision, Decisions
from loaders.decisions.doubts import doubts

TASKS = "1.完成规划。（发改委牵头，财政局配合）\n2.加强调度。（能源局负责）\n"
NATIONAL = ["国家发展和改革委员会", "国家能源局"]


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str, *decisions: Decision) -> PolicyDocument:
        path = tmp_path / "a.txt"
        path.write_text(text, "utf-8")
        return load_file(path, decisions=Decisions(decisions))

    return read


def bodies(document: PolicyDocument) -> list[tuple[str, bool]]:
    found = (each for measure in document.measures for each in measure.responsibilities)
    return [(each.agency.name, each.agency.resolved) for each in found]


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("关于推进储能建设的方案\n", []),
        ("朝阳区2024年重点工程方案\n", ["北京市朝阳区", "吉林省长春市朝阳区"]),
        (
            "鼓楼区人民政府关于储能建设的通知\n鼓政发〔2024〕3号\n",
            [
                "江苏省南京市鼓楼区",
                "江苏省徐州市鼓楼区",
                "福建省福州市鼓楼区",
                "河南省开封市鼓楼区",
            ],
        ),
    ],
)
def test_it_is_listed_with_what_it_may_be(read, head: str, places: list[str]) -> None:
    document = read(head + TASKS)
    assert document.doubt == "ambiguous region"
    (doubt,) = (each for each in doubts(document) if each.kind == "ambiguous region")
    assert list(doubt.choices) == places
    (warning,) = to_json(document)["warnings"]
    assert all(place in warning for place in places)
    assert bodies(document) == [("发改委", False), ("财政局", False), ("能源局", False)]


@pytest.mark.parametrize(
    "head",
    [
        "国家能源局关于储能建设的通知\n国能发〔2024〕3号\n",
        "2024年工作分工\n1.稳外贸。（商务部、海关总署、财政部负责）\n",
    ],
)
def test_a_central_document_is_the_centre_s(read, head: str) -> None:
    document = read(head + TASKS)
    assert document.doubt is None
    assert [name for name, known in bodies(document) if known][-2:] == NATIONAL


def test_the_text_may_tell_which_district_it_is(read) -> None:
    head = "鼓楼区人民政府关于开封市储能建设的通知\n鼓政发〔2024〕3号\n开封市各街道：\n"
    assert read(head + TASKS).jurisdiction.parent.name == "开封市"


def region(document: str, words: str, decision: str) -> Decision:
    return Decision(document=document, kind="ambiguous region", words=words, occurrence=1, decision=decision)


def test_what_is_kept_is_the_country_s(read) -> None:
    title = "关于推进储能建设的方案"
    document = read(f"{title}\n{TASKS}", region(title, title, "keep"))
    assert (document.doubt, document.notes) == (None, ())
    assert [name for name, known in bodies(document) if known] == NATIONAL


@pytest.mark.parametrize("words", ["烟政发〔2023〕7号", "烟台市人民政府关于储能建设的通知"])
def test_a_region_that_was_not_in_doubt_is_put_right(read, words: str) -> None:
    number = "烟政发〔2023〕7号"
    text = f"烟台市人民政府关于储能建设的通知\n{number}\n{TASKS}"
    assert read(text).jurisdiction.name == "烟台市"
    document = read(text, region(number, words, "威海市"))
    assert (document.jurisdiction.name, document.notes) == ("威海市", ())
    assert bodies(document)[0] == ("威海市发展和改革委员会", True)
