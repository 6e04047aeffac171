"""The document of a town or street: whose it is, and the full names of its own offices."""

from __future__ import annotations

import re

from graph.model import Region
from loaders.resolve.likeness import is_usual_town_office
from loaders.resolve.regions import candidates

# 平原市东山区石桥镇人民政府
_ISSUER = re.compile(
    r"(?:中共)?(?:.*[省市县区旗])?(?P<town>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道))"
    r"(?:人民政府|政府|办事处|委员会|工作委员会|工委)(?:党政)?(?:办公室)?$"
)
# 平原县石桥镇2023年工作要点
_TITLE = re.compile(r"(?:.*?[省市县区旗])?(?P<town>[\u4e00-\u9fff]{2,5}(?:镇|乡|街道))(?=20\d\d年|关于|“)")
# 镇水利站, 镇人民政府; but 镇村两级, 乡村振兴办, 镇直各单位.
_OWN = re.compile(
    r"(?:镇|乡|街道)(?P<body>(?![村镇街域级直属])(?!.*各)[\u4e00-\u9fff()]+(?:[办室站所心队会局委府院校科部社联]))$"
)


def town_of(issuer: str) -> str | None:
    """The town or street that issues in its own name: 平原县石桥镇人民政府 → 石桥镇."""
    found = _ISSUER.match(issuer)
    return found["town"] if found else None


def town_of_title(title: str) -> str | None:
    """The town or street with which a title opens that names no issuer: 平原县石桥镇2023年工作要点."""
    found = _TITLE.match(title)
    return found["town"] if found else None


def in_town(name: str, town: str, region: Region) -> str:
    """The name of a body in a document of `town`, in `region`, where it is one of the town's: 镇水利站 →
    石桥镇水利站; of those that a county has as well the town's own, 综治办 → 石桥镇综治办."""
    if (own := _OWN.match(name)) and not candidates(name, within=region):
        return town + ("人民政府" if own["body"] == "政府" else own["body"])
    shared = not is_usual_town_office(name) and is_usual_town_office("镇" + name)
    return town + name if shared else name
