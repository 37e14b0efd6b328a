"""For those who edit phrasings: which contradict each other, and how sure is sure enough now."""

from __future__ import annotations

import argparse
import re
from collections import Counter

import msgspec

from bot.commands.words import Words
from bot.config import Settings
from contest.faq.answer import on_the_buttons
from contest.faq.calibration import Calibrated, calibrated
from contest.faq.lint import Doubt, doubts
from contest.pack import Pack
from contest.reading import by_voice, folder_of, load
from dialog.reply import Text, t

_TABLE = re.compile(r"^\[(thresholds|certainty)\]\n(?:(?!\[).*\n?)*", re.MULTILINE)


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    """Exit code 1 if the same words stand in two topics: one of them is never answered right."""
    pack = load(settings.contest_pack)
    voices = by_voice(folder_of(settings.contest_pack), "faq/phrasings", pack.topics)
    if options.calibrate:
        always = on_the_buttons(pack)
        found = calibrated(voices, always, pack.out_of_scope)
        path = folder_of(settings.contest_pack) / "faq" / "settings.toml"
        path.write_text(_stored(path.read_text("utf-8"), found), "utf-8")
        words.print(
            t("phrasings.calibrated", path=str(path), answer=str(found.thresholds.answer),
              offer=str(found.thresholds.offer))
        )  # fmt: skip
        return 0
    return _linted(pack, doubts(voices), words)


def _linted(pack: Pack, found: list[Doubt], words: Words) -> int:
    for doubt in found:
        words.print(_said(doubt))
    counts = Counter(doubt.kind for doubt in found)
    words.print(
        t("phrasings.counted", all=sum(len(texts) for texts in pack.phrasings.values()),
          twice=counts["twice"], near=counts["near"], astray=counts["astray"])
    )  # fmt: skip
    return 1 if counts["twice"] else 0


def _said(doubt: Doubt) -> Text:
    first = t("phrasings.one", voice=doubt.voice, topic=doubt.topic, text=doubt.text)
    other = t("phrasings.other", topic=doubt.other_topic, text=doubt.other_text)
    alike = f"{doubt.alike:.2f}"
    match doubt.kind:
        case "twice":
            return t("phrasings.twice", first=first, other=other)
        case "near":
            return t("phrasings.near", first=first, other=other, alike=alike)
        case "astray":
            return t("phrasings.astray", first=first, other=other, alike=alike)


def _stored(before: str, found: Calibrated) -> str:
    """The file with its tables made anew; what else stands in it stays."""
    kept = _TABLE.sub("", before).rstrip("\n")
    tables = [
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in values.items())
        for name, values in (
            ("thresholds", msgspec.to_builtins(found.thresholds)),
            ("certainty", msgspec.to_builtins(found.certainty)),
        )
    ]
    return "\n".join([kept + "\n" if kept else "", *tables]).lstrip("\n")
