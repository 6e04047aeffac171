"""A document as a string and back."""

from __future__ import annotations

import json
import zlib
from base64 import b85decode, b85encode
from datetime import date

from graph.model import Deadline, OpenRole, Succession
from graph.writing.codec import pack, unpack


def test_a_document_with_everything_survives(build) -> None:
    evidence = build.evidence("有关部门", 7, page=3, confidence=0.5, doubt="unknown_agency")
    later = Succession(
        name="国家金融监督管理总局山东监管局", short_name="山东金融监管局", on=date(2023, 7, 20)
    )
    agency = build.agency(
        "中国银行保险监督管理委员会山东监管局", part_of=build.agency("中国银保监会", "全国"), successor=later,
        aliases=("山东银保监局",), valid_from=date(2018, 12, 17), resolved=False,
    )  # fmt: skip
    measure = build.measure(
        1,
        build.answers(agency, "lead"),
        deadlines=(
            Deadline(
                date=None, kind="until", evidence=evidence, start_date=date(2023, 1, 1), recurring="yearly",
                on="--02-28", precision="month",
            ),
        ),
        citations=(build.cites("甲", "鲁发〔2020〕1号", kind="plan"),),
        domains=(build.domain("科技、教育/知识产权"),),
        open_roles=(OpenRole(role="support", evidence=evidence),),
        page=2,
        ongoing=True,
    )  # fmt: skip
    document = build.document(
        "a.txt",
        measure,
        issued_on=date(2023, 3, 7),
        issued_by=(agency,),
        warnings=("甲",),
        issuers=("甲", "乙"),
    )
    assert unpack(pack(document)) == document


def test_a_field_that_the_model_does_not_know_is_passed_over(build) -> None:
    document = build.document("a.txt")
    values = json.loads(zlib.decompress(b85decode(pack(document))))
    values["colour"] = "red"
    values["jurisdiction"]["colour"] = "red"
    assert unpack(b85encode(zlib.compress(json.dumps(values).encode())).decode()) == document
