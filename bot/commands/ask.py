"""Ask the FAQ, without a chat: what would it answer, with what source, how sure?"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bot import clock
from bot.commands.typed import typed_lines
from bot.commands.why import why
from bot.commands.words import Words
from bot.config import LEARNT, Settings
from contest.faq.answer import TAUGHT, Decision, Faq, faq_examples
from contest.pack import Pack
from contest.reading import load
from dialog.reply import Text, t
from handlers.saying import sources_of, told_on


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    shipped = load(settings.contest_pack)
    pack = await _today(shipped, settings) if options.today else shipped
    faq = _faq(shipped, pack, settings.data_dir / LEARNT)
    if not options.jsonl:
        if not options.text:
            words.complain(t("ask.what"))
            return 2
        if options.why:
            for text in why(faq, options.text):
                words.print(text)
            return 0
        print(json.dumps(answered(pack, faq, options.text, words), ensure_ascii=False, indent=1))
        return 0
    async for line in typed_lines():
        if line.strip():
            print(json.dumps(_line(pack, faq, line, words), ensure_ascii=False), flush=True)
    return 0


async def _today(pack: Pack, settings: Settings) -> Pack:
    # only here: whoever just asks the FAQ needs no database, and does not wait for one
    from bot.facts import of_today
    from storage import open_storage

    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        return await of_today(pack, storage)
    finally:
        await storage.close()


def _faq(shipped: Pack, pack: Pack, learnt: Path) -> Faq:
    """Learnt from what staff have taught, if they have."""
    faq = Faq(shipped, learnt)
    return faq.of(pack) if faq.examples == faq_examples(pack) else Faq(pack, learnt, TAUGHT)


def _line(pack: Pack, faq: Faq, line: str, words: Words) -> dict[str, Any]:
    try:
        match json.loads(line):
            case {"text": str(text)}:
                return answered(pack, faq, text, words)
    except (json.JSONDecodeError, RecursionError):
        pass
    return {"error": words(t("ask.bad_line"))}


def answered(pack: Pack, faq: Faq, text: str, words: Words) -> dict[str, Any]:
    """`topic` is null unless it answers; `offers` are the topics it would offer instead.

    Where two things were asked, the text holds both answers and `also` the second topic.
    """
    decision = faq.decide(text)
    found: dict[str, Any] = {
        "decision": decision.kind,
        "topic": None,
        "offers": [topic.id for topic in decision.topics] if decision.kind == "offer" else [],
        "score": round(decision.score, 4),
        "text": words(_no_answer(decision)),
        "source": None,
        "status": None,
    }
    if topic := decision.topic:
        today = clock.now().date()
        said = [words(told_on(pack, one.answer, today)) for one in decision.topics]
        sources = [source for one in decision.topics for source in one.sources]
        found |= {
            "topic": topic.id,
            "text": "\n\n".join(said),
            "source": words(sources_of(pack, tuple(dict.fromkeys(sources)))) or None,
            "status": topic.status,
        }
        if also := [one.id for one in decision.topics[1:]]:
            found["also"] = also
    return found


def _no_answer(decision: Decision) -> Text:
    if decision.kind == "offer":
        return t("questions.offer")
    return t("fallback.outside") if decision.outside else t("fallback.no_answer")
