"""One page as one file: pyvis's network in our own template, everything inlined, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import pyvis
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.views._words import Lang, words

SCRIPTS = ("state.js", "draw.js", "panel.js", "detail.js", "main.js")
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": False,
        "hover": False,
        "selectable": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {"borderWidth": 1, "font": {"size": 0}},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}


def render(
    title: str,
    finding: str,
    lang: Lang,
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Any],
) -> str:
    """The HTML of a page. `nodes` and `edges` are vis-network's, `facts` what the script shows.

    Every text is escaped by the template or stands as data in a JSON block; the page's
    Content-Security-Policy lets only our own scripts run, by their hashes, and no request leave.
    """
    network = Network(bgcolor="#fbfaf7", heading=title)
    # add_edge looks through all former edges each time: the lists are filled directly.
    network.nodes = list(nodes)
    network.edges = list(edges)
    network.options = OPTIONS
    library, script, style = _vis(), _script(), _asset("page.css")
    environment = _environment()
    environment.globals.update(
        lang="zh-CN" if lang == "zh" else "en",
        finding=finding,
        words=words(lang),
        facts={**facts, "title": title, "finding": finding, "words": words(lang)},
        library=Markup(library),
        script=Markup(script),
        style=Markup(style),
        policy=_policy(style, library, script),
    )
    network.templateEnv = environment
    network.path = "page.html"
    return str(network.generate_html())


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data"] = _data
    return environment


def _data(value: Any) -> Markup:
    """JSON that can stand within a script element: no character of it can end the element."""
    if isinstance(value, str):
        value = json.loads(value)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def _policy(style: str, *scripts: str) -> str:
    """A Content-Security-Policy under which nothing is fetched and only our scripts run."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _asset(name: str) -> str:
    return resources.files("graph.views.assets").joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    body = "\n".join(_asset(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();'


@cache
def _vis() -> str:
    """The vis-network that pyvis ships, without the address of its source map."""
    text = resources.files(pyvis).joinpath(VIS).read_text(encoding="utf-8")
    return re.sub(r"(?m)^//# sourceMappingURL=.*$", "", text).strip()
