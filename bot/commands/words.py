"""What the command line says to its operator, in the operator's language."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from bot.config import MOST_KEPT_DAYS, MOST_MB, ConfigError
from bot.texts import Texts
from contest.reading import PackError, Problem
from dialog.reply import Text, t
from storage.port import InUse, NoConnection, NoFolder, TooNew, Trouble

log = logging.getLogger(__name__)

_SETTING_PROBLEMS: dict[str, Text] = {
    "number": t("setting.number"),
    "language": t("setting.language"),
    "log_level": t("setting.log_level"),
    "port": t("setting.port"),
    "days": t("setting.between", low=1, high=MOST_KEPT_DAYS),
    "megabytes": t("setting.between", low=1, high=MOST_MB),
    "database": t("setting.database"),
    "address": t("setting.address"),
    "telegram_token": t("setting.telegram_token"),
    "telegram_mode": t("setting.telegram_mode"),
    "proxy": t("setting.proxy"),
    "webhook_address": t("setting.webhook_address"),
}


class Words:
    """Renders texts in one language, and prints them."""

    def __init__(self, texts: Texts, lang: str) -> None:
        self.texts, self.lang = texts, lang

    def __call__(self, text: Text) -> str:
        return self.texts.render(text, self.lang)

    def print(self, text: Text) -> None:
        print(self(text), flush=True)

    def complain(self, text: Text) -> None:
        print(self(text), file=sys.stderr, flush=True)

    def setting_problem(self, error: ConfigError) -> Text:
        return t("setting.wrong", name=error.name, wanted=_SETTING_PROBLEMS[error.problem])

    def pack_problem(self, error: PackError) -> Text:
        return t(
            "pack.wrong",
            file=error.file,
            line=str(error.line),
            key=error.key or "-",
            problem=_PACK_PROBLEMS[error.problem](error.detail),
        )

    def trouble(self, error: Trouble) -> Text:
        match error:
            case InUse():
                return t("trouble.in_use")
            case TooNew():
                return t("trouble.too_new")
            case NoFolder():
                return t("doctor.folder_bad", folder=str(error))
            case NoConnection():
                log.error("%s", error)
                return t("trouble.no_connection")
            case _:
                log.error("%s", error)
                return t("trouble.storage")


_PACK_PROBLEMS: dict[Problem, Callable[[str], Text]] = {
    "no_file": lambda _: t("pack.no_file"),
    "not_toml": lambda _: t("pack.not_toml"),
    "type": lambda wanted: t("pack.type", wanted=wanted),
    "missing": lambda name: t("pack.missing", name=name),
    "unknown_key": lambda name: t("pack.unknown_key", name=name),
    "value": lambda wanted: t("pack.value", wanted=wanted),
    "choice": lambda given: t("pack.choice", given=given),
    "language": lambda lang: t("pack.language", lang=lang),
    "no_source": lambda _: t("pack.no_source"),
    "no_such": lambda name: t("pack.no_such", name=name),
    "twice": lambda name: t("pack.twice", name=name),
    "placeholder": lambda name: t("pack.placeholder", name=name),
    "empty": lambda _: t("pack.empty"),
    "order": lambda name: t("pack.order", name=name),
}
