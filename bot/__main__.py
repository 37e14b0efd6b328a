"""python -m bot <command>"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any

from bot import config, log
from bot.commands.parser import parser
from bot.commands.words import Words
from bot.config import ConfigError, Settings
from bot.texts import Texts
from contest.reading import PackError
from storage.port import Trouble

Command = Callable[[Settings, argparse.Namespace, Words], Coroutine[Any, Any, int]]


def main(argv: list[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 something is wrong, 2 the command line or a setting is."""
    os.umask(0o077)  # what people send is for nobody else on this machine
    texts = Texts()
    try:
        settings = config.load()
    except ConfigError as error:
        words = Words(texts, "vi")
        words.complain(words.setting_problem(error))
        return 2
    words = Words(texts, settings.bot_language)
    options = parser(words).parse_args(argv)
    # what a terminal command prints is for its reader; the log of a server is for its operator
    log.set_up(settings.log_level if options.command == "run" else "WARNING")
    command: Command = import_module(f"bot.commands.{options.command}").work
    try:
        return asyncio.run(command(settings, options, words))
    except PackError as error:
        words.complain(words.pack_problem(error))
    except Trouble as error:
        words.complain(words.trouble(error))
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
