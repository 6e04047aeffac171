"""Which mentions mean one regulation: tables of mentions, and laws that hold for any."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from graph.identity import (
    Identity,
    Mention,
    identify,
    is_key_number,
    mention_of,
    normal_title,
    number_parts,
    own_mention,
)

SHANDONG, JINAN, NATIONAL = "370000", "370100", "100000"
OPINIONS, NUMBER, OTHER = "关于强化知识产权保护的意见", "中办发〔2019〕56号", "鲁办发〔2020〕9号"


def said(scope: str, number: str = "", *titles: str, kind: str = "") -> Mention:
    return Mention(scope=scope, number=number, titles=tuple(sorted(titles)), kind=kind)


def groups(*mentions: Mention) -> set[frozenset[Mention]]:
    return {identity.mentions for identity in identify(Counter(mentions)).values()}


ALONE = said(SHANDONG, "", OPINIONS)
BOTH = said(SHANDONG, NUMBER, OPINIONS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (ALONE, BOTH, True),
        (said(JINAN, NUMBER), BOTH, True),  # a number needs no scope
        (said(JINAN, "", OPINIONS), BOTH, False),  # a title alone stays in its jurisdiction
        (said(JINAN, "", OPINIONS), ALONE, False),
        (said(NATIONAL, "", "商标法"), said(NATIONAL, "", "中华人民共和国商标法"), True),
        (said(NATIONAL, "", "商标法"), said(NATIONAL, "", "商标法实施条例"), False),
        (said(SHANDONG, "", "A〈B〉 办法（试行）"), said(SHANDONG, "", "A《B》办法(试行)"), True),
        (BOTH, said(SHANDONG, NUMBER, "关于强化知识产权保护意见"), True),  # two wordings of one number
        (BOTH, said(SHANDONG, OTHER, OPINIONS), False),  # one title of two numbers
        (said(SHANDONG, "", "关于印发《甲》的通知", "甲"), said(SHANDONG, "", "甲"), True),
        (said(SHANDONG, "", "甲", kind="plan"), said(SHANDONG, "", "甲", kind="rule"), True),
    ],
)
def test_two_mentions_mean_one_regulation_or_two(one: Mention, other: Mention, same: bool) -> None:
    assert groups(one, other) == (
        {frozenset({one, other})} if same else {frozenset({one}), frozenset({other})}
    )


def test_a_title_joins_a_number_through_a_third_text() -> None:
    notice = said(SHANDONG, OTHER, "关于印发《甲》的通知", "甲")
    assert groups(said(SHANDONG, OTHER), notice, said(SHANDONG, "", "甲")) == {
        frozenset({said(SHANDONG, OTHER), notice, said(SHANDONG, "", "甲")})
    }


def test_a_title_of_two_numbers_joins_neither_and_says_so() -> None:
    found = identify(Counter([ALONE, BOTH, said(SHANDONG, OTHER, OPINIONS)]))
    apart = found[f"{SHANDONG}:{OPINIONS}"]
    assert set(found) == {NUMBER, OTHER, f"{SHANDONG}:{OPINIONS}"}
    assert (apart.mentions, apart.doubt) == ({ALONE}, "several_numbers")
    assert {found[NUMBER].doubt, found[OTHER].doubt} == {None}
    # the title resolves to the one it cannot be told from, not to either number
    assert [key for key, each in found.items() if apart.key in each.keys] == [apart.key]


def test_two_titles_of_a_text_whose_parts_go_with_two_numbers_merge_nothing() -> None:
    text = said(SHANDONG, "", "甲", "乙")
    first, second = said(SHANDONG, NUMBER, "甲"), said(SHANDONG, OTHER, "乙")
    assert groups(text, first, second) == {frozenset({text}), frozenset({first}), frozenset({second})}


def test_former_keys_stay() -> None:
    before = identify(Counter([ALONE]))
    after = identify(Counter([ALONE, BOTH]))
    assert set(before) == {f"{SHANDONG}:{OPINIONS}"}
    assert set(after) == {NUMBER}
    assert set(before) <= set(after[NUMBER].keys)
    law = identify(Counter([said(NATIONAL, "", "中华人民共和国商标法")]))
    assert law["中华人民共和国商标法"].keys == ("中华人民共和国商标法", "商标法")


@pytest.mark.parametrize(
    ("mentions", "title"),
    [
        ({said(SHANDONG, NUMBER): 1}, None),
        (
            {said(NATIONAL, "", "商标法"): 9, said(NATIONAL, "", "中华人民共和国商标法"): 1},
            "中华人民共和国商标法",
        ),
        ({said(SHANDONG, NUMBER, "甲办法"): 2, said(SHANDONG, NUMBER, "甲的办法"): 1}, "甲办法"),
        ({said(SHANDONG, NUMBER, "关于印发《甲》的通知", "甲"): 1}, "甲"),
        ({said(SHANDONG, NUMBER, "关于印发《甲》的通知"): 1}, "关于印发《甲》的通知"),
    ],
)
def test_the_title_shown(mentions: dict[Mention, int], title: str | None) -> None:
    (identity,) = identify(mentions).values()
    assert identity.title == title


def test_the_kind_is_what_most_say() -> None:
    a, b, silent = (said(SHANDONG, "", "甲", kind=kind) for kind in ("plan", "rule", ""))
    (identity,) = identify({a: 1, b: 2, silent: 5}).values()
    assert identity.kind == "rule"


NUMBERS = ["", "", "鲁发〔2020〕1号", "鲁发〔2020〕2号", "国发〔2021〕3号"]
TITLES = ["甲办法", "乙办法", "丙条例", "中华人民共和国丙条例", "关于印发《甲办法》的通知"]


def some(chance: random.Random) -> list[Mention]:
    found = []
    for _ in range(chance.randint(1, 14)):
        number = chance.choice(NUMBERS)
        titles = chance.sample(TITLES, chance.randint(0 if number else 1, 2))
        found.append(said(chance.choice([SHANDONG, NATIONAL]), number, *titles))
    return found


@pytest.mark.parametrize("seed", range(300))
def test_laws_of_identity(seed: int) -> None:
    chance = random.Random(seed)
    mentions = some(chance)
    found = identify(Counter(mentions))
    shuffled = chance.sample(mentions, len(mentions))
    assert identify(Counter(shuffled)) == found
    # a partition of the mentions, no two numbers together, no key that means two
    assert sorted(m for each in found.values() for m in each.mentions) == sorted(set(mentions))
    for key, identity in found.items():
        assert key == identity.key
        assert key in identity.keys
        assert {m.number for m in identity.mentions if m.number} <= {identity.doc_number}
    resolving = Counter(key for identity in found.values() for key in identity.keys)
    assert set(resolving.values()) == {1}


@pytest.mark.parametrize("seed", range(100))
def test_what_shares_no_name_changes_nothing(seed: int) -> None:
    """What the writer relies on: it looks only at mentions that share names, directly or through others."""
    mentions = some(random.Random(seed))
    apart = said(JINAN, "济政〔2022〕8号", "丁方案")
    with_it, without = identify(Counter([*mentions, apart])), identify(Counter(mentions))
    assert {key: each for key, each in with_it.items() if apart not in each.mentions} == without


def test_a_mention_survives_as_text() -> None:
    mention = said(SHANDONG, NUMBER, OPINIONS, "乙", kind="plan")
    assert Mention.load(mention.dump()) == mention


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("鲁知战办〔2023〕11号", ("鲁知战办", 2023, 11)),
        ("国办发[2020]4号", ("国办发", 2020, 4)),
        ("人社部函〔2020〕11 号", ("人社部函", 2020, 11)),
        ("遂府办发〔2019〕21号文", ("遂府办发", 2019, 21)),
        ("国令第707号", ("国令", None, 707)),
        ("主席令第八十一号", ("主席令", None, None)),
        ("国家税务总局公告2023年第5号", ("国家税务总局公告", 2023, 5)),
        ("GB/T 9704-2012", ("GB/T", 2012, 9704)),
        ("DB37/T 4410.1-2021", ("DB37/T", 2021, 4410)),
        ("DB37/2376-2019", ("DB37/", 2019, 2376)),
        ("GB 50016-2014", ("GB", 2014, 50016)),
        ("〔2019〕56号", None),
        ("21号", None),
        ("2023年第5号", None),
        ("第11号令", None),
    ],
)
def test_a_number_is_a_key_only_with_code_and_year(
    number: str, parts: tuple[str, int | None, int | None] | None
) -> None:
    found = number_parts(number)
    assert is_key_number(number) == (parts is not None)
    if parts:
        assert (found["issuing_code"], found.get("year"), found.get("sequence")) == parts


def test_a_number_without_code_and_year_joins_nothing(build) -> None:
    one = mention_of(build.cites("甲办法", "21号"))
    other = mention_of(build.cites("乙办法", "21号"))
    assert groups(one, other) == {frozenset({one}), frozenset({other})}
    assert mention_of(build.cites(None, "21号")).names == {"370000:21号"}
    assert mention_of(build.cites(None, None)) is None


def test_a_document_names_itself_by_both_titles(build) -> None:
    itself = own_mention(
        build.document("a", title="关于印发《甲》的通知", text_title="甲", doc_number="鲁发〔2020〕1号")
    )
    assert itself == said("370000", "鲁发〔2020〕1号", "关于印发《甲》的通知", "甲")
    assert own_mention(build.document("a", title=None)) is None


def test_no_title_is_only_the_name_of_the_state() -> None:
    assert normal_title("中华人民共和国") == "中华人民共和国"
    assert isinstance(identify(Counter([said(NATIONAL, "", "中华人民共和国")])).popitem()[1], Identity)
