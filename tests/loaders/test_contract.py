"""The JSON object of a document, whole: keys and their order, types, values."""

from __future__ import annotations

import json

TEXT = """丰县人民政府办公室关于印发《丰县沟渠治理方案》的通知
丰政办发〔2023〕8号
各镇人民政府：
现将方案印发给你们。
丰县人民政府办公室
2023年3月9日
丰县沟渠治理方案
根据《江苏省沟渠保护管理办法》（苏政发〔2022〕3号），制定本方案。
一、总体要求
到2025年，全县沟渠水质全部达标。
二、重点任务
1.疏浚河道。修订《丰县沟渠管护工作办法》。〔县水利局（县水务局）牵头，有关部门配合，2023年12月底前完成并持续推进〕
三、附则
本方案参照《徐州市沟渠治理三年行动计划》制定。
"""


def place(words: str, rule: str, *, occurrence: int = 1) -> dict:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "rule": rule, "confidence": 1.0, "doubt": None}


def citation(title: str, number: str | None, action: str, words: str) -> dict:
    return {"title": title, "doc_number": number, "action": action, **place(words, "citation-title")}


EXPECTED = {
    "document": {
        "title": "丰县人民政府办公室关于印发《丰县沟渠治理方案》的通知",
        "text_title": "丰县沟渠治理方案",
        "doc_number": "丰政办发〔2023〕8号",
        "issuers": ["丰县人民政府办公室"],
        "issued_on": "2023-03-09",
        "effective_on": None,
        "expires_on": None,
        "jurisdiction": "丰县",
        "jurisdiction_code": "320321",
        "domains": [],
        "source": "",
    },
    "based_on": [
        citation(
            "江苏省沟渠保护管理办法",
            "苏政发〔2022〕3号",
            "implement",
            "《江苏省沟渠保护管理办法》（苏政发〔2022〕3号）",
        )
    ],
    "citations": [citation("徐州市沟渠治理三年行动计划", None, "apply", "《徐州市沟渠治理三年行动计划》")],
    "deadlines": [
        {
            "date": "2025-12-31",
            "kind": "target",
            "start_date": None,
            "recurring": None,
            "on": None,
            "text": "到2025年",
            **place("到2025年", ""),
        }
    ],
    "measures": [
        {
            "number": "1",
            "section": ["二、重点任务"],
            "title": "疏浚河道",
            "text": "疏浚河道。修订《丰县沟渠管护工作办法》。",
            "start": TEXT.index("1.疏浚"),
            "end": TEXT.index("\n三、附则"),
            "responsibilities": [
                {
                    "agency": "丰县水利局",
                    "surface": "县水利局(县水务局)",
                    "capacity": "丰县水务局",
                    "role": "lead",
                    **place("县水利局（县水务局）", "clause-sentence"),
                }
            ],
            "open_roles": [
                {
                    "role": "support",
                    "text": "有关部门",
                    "start": TEXT.index("有关部门"),
                    "end": TEXT.index("有关部门") + 4,
                }
            ],
            "ongoing": True,
            "deadlines": [
                {
                    "date": "2023-12-31",
                    "kind": "due",
                    "start_date": None,
                    "recurring": None,
                    "on": None,
                    "text": "2023年12月底前",
                    **place("2023年12月底前", ""),
                }
            ],
            "citations": [citation("丰县沟渠管护工作办法", None, "revise", "《丰县沟渠管护工作办法》")],
            "domains": [],
        }
    ],
    "warnings": [],
}


def test_the_whole_object(extract):
    found, text = extract(TEXT)
    assert text == TEXT
    for domain in found["document"]["domains"] + found["measures"][0]["domains"]:
        assert list(domain) == ["name", "score", "terms"]
        assert 0 < domain["score"] <= 1 and domain["terms"]
    for deadline in found["deadlines"] + found["measures"][0]["deadlines"]:
        assert deadline["rule"]
        deadline["rule"] = ""
    assert found["document"]["domains"][0]["name"].startswith("农业、林业、水利/")
    assert found["document"].pop("source").endswith("document.txt")
    found["document"]["source"] = ""
    found["document"]["domains"] = found["measures"][0]["domains"] = []
    assert found == EXPECTED
    # The order of the keys, at every level, is the contract's too.
    assert json.dumps(found, ensure_ascii=False) == json.dumps(EXPECTED, ensure_ascii=False)


def test_a_document_without_measures_has_a_note(extract, tmp_path):
    from loaders import load_file

    found, _ = extract("丰县人民政府关于保护沟渠的公告\n丰政发〔2023〕1号\n任何人不得填埋沟渠。\n")
    assert found["document"]["doc_number"] == "丰政发〔2023〕1号"
    assert found["measures"] == []
    assert load_file(tmp_path / "document.txt").notes == ("no measures",)
