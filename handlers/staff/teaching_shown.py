"""What is to be taught, as whoever proposes it and whoever decides it read it before they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from contest.faq.lint import Doubt, against_taught
from contest.faq.trying import Said, Trial, Tried
from contest.pack import Pack
from contest.proposals import OPEN, Proposal
from contest.teaching import LEAST_PHRASINGS, Teaching, not_there, wrong_with
from dialog.engine import fingerprint
from dialog.place import Answers
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, words
from handlers.saying import cited, told
from handlers.staff import people, teaching
from handlers.staff.proposing import proposed
from handlers.turn import Outcome, Turn, say

WRONG: Mapping[str, Text] = {
    "topic": t("teach.wrong_topic"),
    "phrasings": t("teach.wrong_phrasings", least=LEAST_PHRASINGS),
    "personal": t("teach.wrong_personal"),
    "source": t("teach.wrong_source"),
    "official": t("teach.wrong_official"),
    "text": t("teach.wrong_text"),
}
MOST_DOUBTS = 3
EDITS = "edits"


async def tried(turn: Turn, rest: str) -> Outcome:
    """Tried on a copy; once that is known, shown whole with the button that proposes just this."""
    made = teaching.made(turn)
    if made is None:
        return say(turn, Reply(t("teach.nothing"), (people.DESK,)))
    if rest == EDITS:
        return say(turn, Reply(t("teach.edit_which"), (*teaching.editing(turn), people.DESK)))
    if refused := _refused(turn, made):
        return refused
    trial = await _trial(turn, made, teaching.TRY.token)
    if trial == "trying":
        return say(turn, Reply(t("teach.trying"), (people.DESK,)))
    ways = (
        Button(t("teach.propose"), f"staff/propose/{_mark(turn)}", tone="good"),
        Button(t("teach.edits"), f"{teaching.TRY.token}/{EDITS}"),
        people.DESK,
    )
    return say(turn, replace(_shown(turn, made, trial), buttons=ways))


async def _trial(turn: Turn, made: Teaching, back: str) -> Trial:
    assert turn.member is not None  # COMMANDS asks for the right
    return await turn.look_up.tried(made, turn.member.number, back)


async def propose(turn: Turn, mark: str) -> Outcome:
    made = teaching.made(turn)
    if made is None:
        return say(turn, Reply(t("teach.nothing"), (people.DESK,)))
    if refused := _refused(turn, made):
        return refused
    if mark != _mark(turn) or await _trial(turn, made, teaching.TRY.token) == "trying":
        again = await tried(turn, "")
        return replace(again, replies=(Reply(t("teach.changed")), *again.replies))
    outcome = await proposed(turn, "teaching", made.detail)
    return replace(outcome, answers={teaching.NAME: Answers()})


def _mark(turn: Turn) -> str:
    return fingerprint(turn.answers[teaching.NAME])


def _refused(turn: Turn, made: Teaching) -> Outcome | None:
    """What would be refused anyway is not tried: with the ways to mend it."""
    pack = turn.contest.pack
    ways = (*teaching.editing(turn), people.DESK)
    if wrong := wrong_with(pack, made):
        return say(turn, Reply(WRONG[wrong], ways))
    if made.new and any((source.day or turn.today) > turn.today for source in made.new.sources):
        return say(turn, Reply(t("teach.day_ahead"), ways))
    doubts = against_taught(turn.contest.faq.model, made.topic, made.phrasings)
    if twice := [doubt for doubt in doubts if doubt.kind == "twice"]:
        return say(turn, Reply(lines(_doubt(pack, one) for one in twice), ways))
    if not not_there(pack, made) and (made.new is None or made.topic in pack.topics):
        return say(turn, Reply(t("teach.known"), ways))
    return None


async def preview(turn: Turn, proposal: Proposal) -> Reply:
    """For whoever decides. What was decided is not tried once more."""
    made = Teaching.of(proposal.detail)
    wrong = wrong_with(turn.contest.pack, made)
    if proposal.state not in OPEN:
        return _shown(turn, made)
    if wrong is not None:
        shown = _shown(turn, made)
        return replace(shown, text=paragraphs([shown.text, WRONG[wrong]]))
    return _shown(turn, made, await _trial(turn, made, f"staff/proposal/{proposal.number}"))


def _shown(turn: Turn, made: Teaching, trial: Trial | None = None) -> Reply:
    """`trial`: None: it is not to be tried."""
    pack = turn.contest.pack
    parts = [*_headed(turn, made), lines(_rows(turn, made, trial))]
    if made.questions:
        parts.append(t("teach.from_questions", n=len(made.questions)))
    if trial is not None:
        doubts = against_taught(turn.contest.faq.model, made.topic, made.phrasings)
        parts += [_doubt(pack, doubt) for doubt in doubts[:MOST_DOUBTS]]
        parts.append(_result(trial))
    return Reply(paragraphs(parts))


def _headed(turn: Turn, made: Teaching) -> list[Text]:
    """Of a new topic all that people will read of it."""
    pack, new = turn.contest.pack, made.new
    if new is None:
        topic = pack.topics.get(made.topic)
        return [t("teach.head_phrasings", topic=words(topic.question) if topic else made.topic)]
    known = all(source.document in pack.documents for source in new.sources)
    note = cited(pack, new) if known else None
    read = [told(turn, new.answer), *([note] if note else [])]
    return [t("teach.head_new", topic=words(new.question)), t("teach.will_say"), *read]


def _rows(turn: Turn, made: Teaching, trial: Trial | None) -> Iterable[Text]:
    """What is made of each phrasing today, and with it."""
    named = _names(turn.contest.pack, made)
    for number, text in enumerate(made.phrasings):
        before = _said(Said.of(turn.contest.faq.decide(text)), named)
        if isinstance(trial, Tried):
            after = _said(trial.said[number], named)
            yield t("teach.row", text=text, before=before, after=after)
        else:
            yield t("teach.row_untried", text=text, before=before)


def _names(pack: Pack, made: Teaching) -> Callable[[str], Text]:
    topics = {**pack.topics, **({made.topic: made.new} if made.new else {})}
    return lambda name: words(topics[name].question)


def _said(said: Said, named: Callable[[str], Text]) -> Text:
    topics = _joined([named(name) for name in said.topics])
    match said.kind:
        case "answer":
            return t("teach.says", topic=topics)
        case "offer":
            return t("teach.offers", topics=topics)
    return t("teach.declines")


def _joined(texts: Sequence[Text]) -> Text:
    return Joined(tuple(texts), "; ")


def _result(trial: Trial) -> Text:
    if not isinstance(trial, Tried):
        return t("teach.trying") if trial == "trying" else t("teach.not_tried")
    said: list[Text] = [t("teach.tried", asked=trial.asked, better=trial.better, worse=trial.worse)]
    if trial.drawn:
        said.append(t("teach.drawn", n=trial.drawn))
        shown = trial.shown[: trial.drawn]
        said += [t("list.item", item=f"«{one.text}»") for one in shown]
    return lines(said)


def _doubt(pack: Pack, doubt: Doubt) -> Text:
    other = pack.topics.get(doubt.other_topic)
    topic = words(other.question) if other else t("teach.outside")
    match doubt.kind:
        case "twice":
            return t("teach.doubt_twice", text=doubt.text, topic=topic)
        case "near":
            return t("teach.doubt_near", text=doubt.text, other=doubt.other_text, topic=topic)
        case "astray":
            return t("teach.doubt_astray", text=doubt.text, other=doubt.other_text, topic=topic)
