"""The ``zeren`` command. Each module beside this one registers the commands it holds."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from graph.errors import ZerenError
from zeren.cli._language import set_language_from


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
    # After the language: options hold their help texts.
    from zeren.cli._app import application
    from zeren.cli._common import complain

    try:
        application()(args=arguments, prog_name="zeren")
    except ZerenError as error:
        complain(error)
        sys.exit(error.exit_status)
