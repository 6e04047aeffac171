"""The collaboration network: who answers for measures together, and who carries how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.centrality import communities
from graph.network import projected
from graph.views._data import PageData
from graph.views._facts import PALETTE, REST, Ranked, base, layouts, radius, ranked, rows_of
from graph.views._names import labels, subject
from graph.views._page import render
from graph.views._words import Lang, pick, words
from graph.views.layout import Mark

THICKEST = 7.0


def collaboration_page(data: PageData, lang: Lang = "zh") -> str:
    """The page of who shares measures with whom, as one HTML text that fetches nothing.

    Discs are bodies, area by share of the work (1/n of each measure with n bodies), colour by
    community; lines join bodies that answer for one measure, width by Newman's weight. The same data
    gives the same text.
    """
    order = sorted(ranked(data), key=lambda r: (-round(r.share, 9), -r.count, r.agency.key))
    facts = base(data, order)
    network = projected(rows_of(data))
    number = {entry.agency.key: at for at, entry in enumerate(order)}
    names, group = _groups(network, order, lang)
    most = order[0].share if order else 0.0
    sizes = [radius(entry.share, most) for entry in order]
    marks = [Mark(size, agency["lines"]) for size, agency in zip(sizes, facts["agencies"], strict=True)]
    pairs = sorted(
        (edge["weight"], *sorted((number[a], number[b])), edge["shared"])
        for a, b, edge in network.edges(data=True)
    )
    pictures = layouts(marks, [(a, b) for _, a, b, _ in pairs])
    colors = [*PALETTE[: len(names) - 1], REST]
    for agency, its in zip(facts["agencies"], group, strict=True):
        agency["group"] = its
    facts |= {
        "kind": "collaboration",
        "legend": {"title": words(lang)["communities"], "of": "agencies", "names": names, "colors": colors},
        "layouts": pictures,
        "heaviest": pairs[-1][0] if pairs else 0,
    }
    nodes = [_body(at, size, colors[group[at]], pictures[0]) for at, size in enumerate(sizes)]
    edges = [_edge(a, b, weight, pairs[-1][0]) for weight, a, b, _ in pairs]
    title = pick(
        lang, f"{subject(data, lang)}：谁与谁共同负责", f"{subject(data, lang)}: who shares the work"
    )
    return render(title, finding(data, lang), lang, nodes, edges, facts)


def finding(data: PageData, lang: Lang) -> str:
    """What the page shows, in one or two sentences with numbers counted from `data`."""
    order = sorted(ranked(data), key=lambda r: (-round(r.share, 9), -r.count, r.agency.key))
    if not order:
        return pick(lang, "未读出责任主体。", "No body was found that answers for anything.")
    named = dict(zip([r.agency.key for r in order], labels([r.agency for r in order]), strict=True))
    network = projected(rows_of(data))
    first, count = order[0], len(data.measures)
    top = named[first.agency.key]
    alike = sum(round(entry.share, 9) == round(first.share, 9) for entry in order)
    zh = f"{count} 项措施中，{top}承担约 {first.share:.1f} 项的份额"
    en = f"Of {count} measures {top} carries a share of about {first.share:.1f}"
    if alike > 1:
        zh += f"，与另外 {alike - 1} 个主体并列最多"
        en += f", as {alike - 1} more do, the most"
    elif len(order) > 1:
        second, times = named[order[1].agency.key], f"{first.share / order[1].share:.1f}"
        zh += f"，略多于第二位{second}" if times == "1.0" else f"，是第二位{second}的 {times} 倍"
        en += f", {'a little more than' if times == '1.0' else f'{times} times'} that of {second}, the second"
    closest = max(network.edges(data=True), key=lambda e: (e[2]["weight"], e[0], e[1]), default=None)
    if closest:
        place = list(named)
        a, b = sorted(closest[:2], key=place.index)
        edge = closest[2]
        pairs = sum(round(e["weight"] - edge["weight"], 9) == 0 for _, _, e in network.edges(data=True))
        zh += f"；{named[a]}与{named[b]}联系最紧，共同负责 {edge['shared']} 项"
        en += f"; {named[a]} and {named[b]} are closest, sharing {edge['shared']}"
        if pairs > 1:
            zh, en = zh + f"（{pairs} 对并列）", en + f" ({pairs} pairs alike)"
    alone = sum(1 for body in network if not network.degree(body))
    if alone:
        zh, en = zh + f"；{alone} 个主体独自负责", en + f"; {alone} agencies share with nobody"
    return pick(lang, zh + "。", en + ".")


def _groups(network: nx.Graph[str], order: Sequence[Ranked], lang: Lang) -> tuple[list[str], list[int]]:
    """The legend's names and the group of every body: a community is called by its heaviest body,
    the last group holds those that share with nobody, and what has no colour left."""
    found: Mapping[str, int] = communities(network)
    named = labels([entry.agency for entry in order])
    heads: dict[int, str] = {}
    for entry, label in zip(order, named, strict=True):
        if network.degree(entry.agency.key):
            heads.setdefault(found[entry.agency.key], label)
    shown = sorted(heads)[: len(PALETTE)]
    size = {c: sum(found[e.agency.key] == c for e in order) for c in shown}
    names = [pick(lang, f"{heads[c]}等 {size[c]} 个", f"{heads[c]} and {size[c] - 1} more") for c in shown]
    place = {community: at for at, community in enumerate(shown)}
    rest = words(lang)["others" if len(heads) > len(shown) else "alone"]
    group = [
        place.get(found[e.agency.key], len(shown)) if network.degree(e.agency.key) else len(shown)
        for e in order
    ]
    return [*names, rest], group


def _body(at: int, size: float, color: str, picture: dict[str, Any]) -> dict[str, Any]:
    x, y, _ = picture["spots"][at]
    return {"id": f"a{at}", "x": x, "y": y, "shape": "dot", "size": size, "color": color}


def _edge(a: int, b: int, weight: float, heaviest: float) -> dict[str, Any]:
    part = weight / heaviest
    return {
        "id": f"a{a}-a{b}",
        "from": f"a{a}",
        "to": f"a{b}",
        "width": round(0.6 + (THICKEST - 0.6) * part, 2),
        "color": {"color": "#6b7078", "opacity": round(0.18 + 0.6 * part, 3)},
    }
