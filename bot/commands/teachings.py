"""What staff have taught the questions and answers; the same for the next release of the pack."""

from __future__ import annotations

import argparse

from bot.commands.words import Words
from bot.config import Settings
from contest.pack import Pack
from contest.proposals import Proposal
from contest.reading import load
from contest.teaching import Teaching, as_phrasings, as_topics, left_to_release
from contest.today import of_today
from dialog.reply import Text, t, verbatim
from dialog.reply import words as pack_words
from storage import open_storage


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    """Exit code 1 if there is something this release has no place for."""
    pack = load(settings.contest_pack)
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        done = await storage.proposals(("done",))
    finally:
        await storage.close()
    today, left_out = of_today(pack, done)
    lost = {proposal.number for proposal in left_out}
    taught = [one for one in done if one.kind == "teaching"]
    good = [Teaching.of(one.detail) for one in taught if one.number not in lost]
    if options.toml or options.phrasings:
        left = left_to_release(pack, good)
        print((as_topics if options.toml else as_phrasings)(left), end="")
        return 0
    for proposal in taught:
        words.print(_said(pack, today, proposal, proposal.number in lost))
    words.print(t("teachings.counted", n=len(taught), left=len(left_to_release(pack, good))))
    return 1 if lost & {proposal.number for proposal in taught} else 0


def _said(pack: Pack, today: Pack, proposal: Proposal, lost: bool) -> Text:
    made = Teaching.of(proposal.detail)
    topic = today.topics.get(made.topic) or made.new
    named = pack_words(topic.question) if topic else verbatim(made.topic)
    state = t("teachings.waits")
    if lost:
        state = t("teachings.lost")
    elif not left_to_release(pack, [made]):
        state = t("teachings.released")
    return t(
        "teachings.row",
        number=str(proposal.number),
        at=proposal.done_at or proposal.at,
        topic=named,
        texts="; ".join(made.phrasings),
        state=state,
    )
