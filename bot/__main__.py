"""python -m bot <command>"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from bot import config, log
from bot.commands import ask, doctor, questions, run, talk
from bot.commands.words import Words
from bot.config import ConfigError, Settings
from bot.texts import Texts
from contest.reading import PackError
from dialog.reply import t
from storage.port import Trouble

COMMANDS = (run, talk, ask, questions, doctor)
Command = Callable[[Settings, argparse.Namespace, Words], Coroutine[Any, Any, int]]


def main(argv: list[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 something is wrong, 2 the command line or a setting is."""
    texts = Texts()
    try:
        settings = config.load()
    except ConfigError as error:
        words = Words(texts, "vi")
        words.complain(words.setting_problem(error))
        return 2
    words = Words(texts, settings.language)
    parser = argparse.ArgumentParser(prog="python -m bot", description=words(t("cli.about")))
    commands = parser.add_subparsers(dest="command", metavar=words(t("cli.command")), required=True)
    for command in COMMANDS:
        command.add(commands, words)
    options = parser.parse_args(argv)
    # what a terminal command prints is for its reader; the log of a server is for its operator
    log.set_up(settings.log_level if options.command == "run" else "WARNING")
    work: Command = options.work
    try:
        return asyncio.run(work(settings, options, words))
    except PackError as error:
        words.complain(words.pack_problem(error))
    except Trouble as error:
        words.complain(words.trouble(error))
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
