"""The ``zeren`` command. Each module beside this one registers the commands it holds."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper

import typer

from graph.errors import ZerenError
from zeren.cli._language import set_language_from, t

MODULES: tuple[str, ...] = ()


def main(args: list[str] | None = None) -> None:
    """Run the command line, `args` or the process's own, and exit with its status.

    0 done (an empty answer too), 1 some documents failed, 2 unusable, invalid or refused, 3 no
    server or no login.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if args is None else args
    set_language_from(arguments)
    from zeren.cli._common import complain  # after the language: its options hold their help texts

    try:
        _application()(args=arguments, prog_name="zeren")
    except ZerenError as error:
        complain(error)
        sys.exit(error.exit_status)


def _application() -> typer.Typer:
    """The Typer application with every command."""
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
    from zeren.cli._common import LangOption

    @app.callback()
    def accept(lang: LangOption = None) -> None:
        """Let --lang stand before the command too; hold subcommands even while there is one."""

    for name in MODULES:
        import_module(f"zeren.cli.{name}").register(app)
    return app
