"""Ask the FAQ, without a chat: what would it answer, with what source, how sure?"""

from __future__ import annotations

import argparse
import json
from typing import Any

from bot import clock
from bot.commands.typed import typed_lines
from bot.commands.words import Words
from bot.config import Settings
from contest.faq.answer import Faq
from contest.pack import Pack
from contest.reading import load
from dialog.reply import t
from handlers.saying import sources_of, told_on


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    pack = load(settings.contest_pack)
    faq = Faq(pack)
    if not options.jsonl:
        if not options.text:
            words.complain(t("ask.what"))
            return 2
        print(json.dumps(answered(pack, faq, options.text, words), ensure_ascii=False, indent=1))
        return 0
    async for line in typed_lines():
        if line.strip():
            print(json.dumps(_line(pack, faq, line, words), ensure_ascii=False), flush=True)
    return 0


def _line(pack: Pack, faq: Faq, line: str, words: Words) -> dict[str, Any]:
    try:
        match json.loads(line):
            case {"text": str(text)}:
                return answered(pack, faq, text, words)
    except (json.JSONDecodeError, RecursionError):
        pass
    return {"error": words(t("ask.bad_line"))}


def answered(pack: Pack, faq: Faq, text: str, words: Words) -> dict[str, Any]:
    """`topic` is null when it declines; `offers` are the topics it would offer then."""
    decision = faq.decide(text)
    score = round(decision.score, 4)
    if topic := decision.topic:
        return {
            "topic": topic.id,
            "text": words(told_on(pack, topic.answer, clock.now().date())),
            "source": words(sources_of(pack, topic.sources)) or None,
            "status": topic.status,
            "score": score,
        }
    return {
        "topic": None,
        "text": words(t("fallback.no_answer")),
        "source": None,
        "status": None,
        "score": score,
        "offers": [topic.id for topic in decision.topics],
    }
