"""The Typer application: the commands of every module named here, in this order."""

from __future__ import annotations

import sys
from importlib import import_module

import typer

from zeren.cli._common import LangOption, t

MODULES: tuple[str, ...] = (
    "demo",
    "load",
    "review",
    "extract",
    "ask",
    "cypher",
    "network",
    "view",
    "table",
    "export",
    "backup",
    "server",
)


def application() -> typer.Typer:
    """The application with every command, its help in the chosen language."""
    app = typer.Typer(
        help=t(
            "Zeren: who answers for what, by when, and on what authority.",
            "责任：谁对什么负责、何时完成、依据什么。",
        ),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich" if sys.stderr.isatty() else None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_before)
    for name in MODULES:
        import_module(f"zeren.cli.{name}").register(app)
    return app


def _before(lang: LangOption = None) -> None:
    """``--lang`` may stand before the command too."""
