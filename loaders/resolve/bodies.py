"""What the vocabulary says of a kind of body, as a body of one place."""

from __future__ import annotations

import re

from graph.model import Agency, Region, Succession
from loaders.resolve import regions
from loaders.resolve.lexicon import Form, fold, lexicon
from loaders.resolve.places import Reading, display, fill, levels

_JOINT = re.compile("[和与]")


def central_body(form: Form) -> Agency:
    """A body of the centre."""
    name = form.full[0][1]
    return Agency(
        name=name,
        short_name=form.short,
        kind=form.kind,
        region=regions.COUNTRY,
        level="country",
        system=form.system,
        aliases=tuple(s for s in form.shorts if s != name),
        functions=form.functions,
        successor=_successor(name),
        valid_to=lexicon().successors.get(name, ("", None))[1],
    )


def local_body(form: Form, reading: Reading) -> Agency:
    """A body of the place that a reading names."""
    region = reading.region
    template = _as_joined(form.template(*levels(region)), reading.rest)
    name = fill(template, reading)
    short = display(form.short, reading, template)
    official = regions.official(region)
    opening = form.short.replace("~", official) if form.short.startswith("~") else ""
    aliases = dict.fromkeys(
        alias
        for alias in (short, opening, *(display(s, reading, template) for s in form.shorts))
        if alias and alias != name
    )
    served = _served(form, reading)
    change = lexicon().successors.get(template)
    return Agency(
        name=name,
        short_name=short,
        kind=form.kind,
        region=served,
        level=served.level,
        system=form.system,
        aliases=tuple(aliases),
        functions=form.functions,
        resolved=reading.key not in form.unsure,
        valid_from=form.since,
        valid_to=change[1] if change else None,
        successor=Succession(name=fill(change[0], reading), short_name=fill(change[0], reading), on=change[1])
        if change
        else None,
    )


def _as_joined(template: str, rest: str) -> str:
    """The full name's template with the 和 or 与 of a writer who has it in full: a short form drops the word,
    none adds it (农业农村和水务局) or changes it (政务服务与数据管理局)."""
    bare, written = _JOINT.sub("", template[3:]), _JOINT.sub("", rest)
    same = template.startswith("{R}") and bare == written
    return "{R}" + rest if same and len(rest) >= len(template) - 3 else template


def _served(form: Form, reading: Reading) -> Region:
    """The region that an office named after its seat serves: 人民银行沈阳分行 and 贵阳中心支行 a province."""
    region = reading.region
    province = regions.at_level(region, "province")
    named_short = reading.written == region.short_name
    if province and (
        (form.serves == "province" and named_short) or (form.serves and "capital" in levels(region))
    ):
        return province
    return region


def _successor(name: str) -> Succession | None:
    change = lexicon().successors.get(name)
    if not change:
        return None
    new = lexicon().central.get(fold(change[0]))
    return Succession(name=change[0], short_name=new.short if new else change[0], on=change[1])
