"""The words of the command line. What a command does is in the module of its name, loaded late."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from bot.commands.words import Words
from contest.exports import EXPORTED
from contest.staff import RIGHTS
from dialog.reply import Text, t


def parser(words: Words) -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m bot", description=words(t("cli.about")))
    commands = top.add_subparsers(dest="command", metavar=words(t("cli.command")), required=True)
    for name, (about, arguments) in COMMANDS.items():
        arguments(commands.add_parser(name, help=words(about)), words)
    return top


def _none(_: argparse.ArgumentParser, __: Words) -> None: ...


def _talk(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--jsonl", action="store_true", help=words(t("cli.talk_jsonl")))
    command.add_argument("--data", type=Path, metavar="DIR", help=words(t("cli.talk_data")))


def _ask(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("text", nargs="?", help=words(t("cli.ask_text")))
    command.add_argument("--jsonl", action="store_true", help=words(t("cli.ask_jsonl")))
    command.add_argument("--why", action="store_true", help=words(t("cli.ask_why")))
    command.add_argument("--today", action="store_true", help=words(t("cli.ask_today")))


def _questions(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("number", nargs="?", type=int, help=words(t("cli.questions_number")))
    command.add_argument("answer", nargs="?", help=words(t("cli.questions_answer")))
    command.add_argument("--grouped", action="store_true", help=words(t("cli.questions_grouped")))


def _phrasings(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument(
        "--calibrate", action="store_true", help=words(t("cli.phrasings_calibrate"))
    )


def _teachings(command: argparse.ArgumentParser, words: Words) -> None:
    files = command.add_mutually_exclusive_group()
    files.add_argument("--toml", action="store_true", help=words(t("cli.teachings_toml")))
    files.add_argument("--phrasings", action="store_true", help=words(t("cli.teachings_phrasings")))


def _erase(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("number", type=int, help=words(t("cli.erase_number")))


def _dossiers(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("code", nargs="?", help=words(t("cli.dossiers_code")))
    command.add_argument("--zip", type=Path, metavar="FILE", help=words(t("cli.dossiers_zip")))
    command.add_argument(
        "--return",
        action="append",
        dest="correct",
        metavar="ITEM=REASON",
        help=words(t("cli.dossiers_return")),
    )
    command.add_argument("--until", metavar="YYYY-MM-DD", help=words(t("cli.dossiers_until")))
    command.add_argument("--accept", action="store_true", help=words(t("cli.dossiers_accept")))
    command.add_argument("--invite", action="store_true", help=words(t("cli.dossiers_invite")))


def _requests(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("number", nargs="?", type=int, help=words(t("cli.requests_number")))
    command.add_argument("answer", nargs="?", help=words(t("cli.requests_answer")))
    command.add_argument("--erase", action="store_true", help=words(t("cli.requests_erase")))


def _digest(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--now", action="store_true", help=words(t("cli.digest_now")))
    roles = [role for role in RIGHTS if "digest" in RIGHTS[role]]
    command.add_argument("--role", choices=roles, default="head", help=words(t("cli.digest_role")))
    command.add_argument(
        "--picture", type=Path, metavar="FILE", help=words(t("cli.digest_picture"))
    )


def _export(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument(
        "table", choices=(*EXPORTED, "archives"), help=words(t("cli.export_table"))
    )
    command.add_argument("folder", nargs="?", type=Path, help=words(t("cli.export_folder")))
    command.add_argument("--xlsx", type=Path, metavar="FILE", help=words(t("cli.export_xlsx")))
    command.add_argument("--csv", type=Path, metavar="FILE", help=words(t("cli.export_csv")))
    command.add_argument("--bare", action="store_true", help=words(t("cli.export_bare")))


def _facts(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("words", nargs="?", help=words(t("cli.facts_words")))
    command.add_argument("--corrected", action="store_true", help=words(t("cli.facts_corrected")))


def _doubtful(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("number", nargs="?", type=int, help=words(t("cli.doubtful_number")))


def _invite(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("role", choices=RIGHTS, help=words(t("cli.invite_role")))
    command.add_argument("--unit", metavar="NAME", help=words(t("cli.invite_unit")))


def _report(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--month", metavar="YYYY-MM", help=words(t("cli.report_month")))
    command.add_argument("file", type=Path, metavar="FILE", help=words(t("cli.report_file")))


COMMANDS: dict[str, tuple[Text, Callable[[argparse.ArgumentParser, Words], None]]] = {
    "run": (t("cli.run"), _none),
    "talk": (t("cli.talk"), _talk),
    "ask": (t("cli.ask"), _ask),
    "phrasings": (t("cli.phrasings"), _phrasings),
    "questions": (t("cli.questions"), _questions),
    "teachings": (t("cli.teachings"), _teachings),
    "erase": (t("cli.erase"), _erase),
    "dossiers": (t("cli.dossiers"), _dossiers),
    "requests": (t("cli.requests"), _requests),
    "doubtful": (t("cli.doubtful"), _doubtful),
    "invite": (t("cli.invite"), _invite),
    "digest": (t("cli.digest"), _digest),
    "report": (t("cli.report"), _report),
    "export": (t("cli.export"), _export),
    "outages": (t("cli.outages"), _none),
    "facts": (t("cli.facts"), _facts),
    "doctor": (t("cli.doctor"), _none),
}
