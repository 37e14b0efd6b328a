"""The open questions: read them, and answer one; the answer goes to the person's own chat."""

from __future__ import annotations

import argparse

from bot import clock
from bot.channels.port import Message
from bot.commands.words import Words
from bot.config import LEARNT, Settings
from contest.faq.answer import Faq
from contest.faq.grouping import grouped
from contest.model import OpenQuestion
from contest.reading import load
from dialog.reply import t, verbatim
from handlers.staff.questions import KINDS
from storage import open_files, open_storage
from storage.files import LocalFiles
from storage.port import Outgoing, Storage


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        if options.grouped:
            return await _grouped(storage, settings, words)
        if options.number is None:
            return await _list(storage, open_files(settings.data_dir / "files"), words)
        if not (options.answer or "").strip():
            words.complain(t("ops.answer_missing"))
            return 2
        return await _answer(storage, options.number, options.answer.strip(), words)
    finally:
        await storage.close()


async def _list(storage: Storage, files: LocalFiles, words: Words) -> int:
    found = await storage.questions()
    for question in found:
        words.print(
            t(
                "ops.question",
                number=str(question.number),
                at=question.at,
                kind=KINDS[question.asked.kind],
                text=question.asked.text or t("ops.question_no_words"),
            )
        )
        for sha256 in question.files:
            if path := files.path(sha256):
                words.print(t("ops.question_file", path=str(path.resolve())))
    words.print(t("ops.questions_count", n=len(found)))
    return 0


async def _grouped(storage: Storage, settings: Settings, words: Words) -> int:
    """What people ask that finds no answer, the most asked first; nothing says who asked."""
    found = [q.asked for q in await storage.questions() if q.asked.text]
    faq = Faq(load(settings.contest_pack), settings.data_dir / LEARNT)
    groups = grouped(faq.model, found)
    for group in groups:
        kinds = [words(KINDS[kind]) for kind in dict.fromkeys(a.kind for a in group.asked)]
        near = group.likeliest or t("ops.group_no_topic")
        words.print(t("ops.group", n=len(group.asked), topic=near, kinds=", ".join(kinds)))
        for text in dict.fromkeys(a.text for a in group.asked):
            words.print(t("list.item", item=verbatim(text)))
    words.print(t("ops.groups_count", n=len(groups), questions=len(found)))
    return 0


async def _answer(storage: Storage, number: int, answer: str, words: Words) -> int:
    waiting: dict[int, OpenQuestion] = {q.number: q for q in await storage.questions()}
    question = waiting.get(number)
    if question is None:
        words.complain(t("ops.no_such_question", number=str(number)))
        return 1
    about = question.asked.text or t("ops.question_no_words")
    text = t("human.answer", question=about, answer=answer)
    lang = question.lang or words.lang
    message = Message(words.texts.render(text, lang), lang)
    now = clock.now()
    if not await storage.answer_question(number, Outgoing(message.to_json(), now), now):
        words.complain(t("ops.no_such_question", number=str(number)))
        return 1
    words.print(t("ops.answered", number=str(number)))
    return 0
