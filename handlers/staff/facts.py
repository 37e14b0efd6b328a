"""Facts of the contest, for those who may correct them: found by words or by list, and shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from contest.amending import as_json, today
from contest.calendar import Period
from contest.facts import GROUPS as ALL_GROUPS
from contest.facts import Fact, Group, facts
from contest.faq.normalise import fold
from contest.pack import Pack
from contest.values import used
from dialog.place import Answers
from dialog.reply import Button, Reply, Text, lines, paragraphs, t
from dialog.step import Dialog, Step
from dialog.takers import words as own_words
from handlers.fact_words import GROUPS, named, sure, value_of
from handlers.staff import people
from handlers.staff.correcting import opened
from handlers.staff.corrections import CHANGES, FACTS, collected, done, new_documents
from handlers.turn import Contest, Outcome, Talk, Turn, closing, entered, say

FIND = "staff-find-fact"
MOST_LETTERS = 200
PAGE = 8  # of one screen


def find_talk() -> Talk:
    title = t("facts.title")
    ask = Step("words", title, lambda _: _groups(), own_words(MOST_LETTERS), free=True)
    return Talk(title, Dialog(FIND, (ask,)), _found, open_from_start=True, for_questions=True)


def _groups() -> Reply:
    buttons = tuple(Button(text, f"staff/facts/{name}") for name, text in GROUPS.items())
    return Reply(t("facts.ask"), (*buttons, people.DESK))


async def listed(turn: Turn, rest: str) -> Outcome:
    """All of a group, a page at a time; without a group, asked which, or for words to look for."""
    group, _, page = rest.partition("/")
    known: Group | None = next((name for name in ALL_GROUPS if name == group), None)
    if known is None:
        return entered(turn, FIND)
    pack = turn.contest.pack
    every = [fact for fact in facts(pack).values() if fact.group == known]
    first = int(page) * PAGE if page.isdecimal() and len(page) < 4 else 0
    shown = every[first : first + PAGE]
    buttons = [_button(fact) for fact in shown]
    if first + PAGE < len(every):
        buttons.append(Button(t("facts.next"), f"staff/facts/{known}/{first // PAGE + 1}"))
    said: list[Text] = [t("facts.of_group", group=GROUPS[known], n=len(every))]
    if known == "stage":
        said += [_line(pack, fact, turn.today) for fact in shown]
    return say(turn, Reply(lines(said), (*buttons, *_waiting(turn), FACTS, people.DESK)))


def _line(pack: Pack, fact: Fact, day: date) -> Text:
    return t("facts.line", name=named(fact), value=value_of(pack, fact, day))


def _button(fact: Fact) -> Button:
    return Button(named(fact), f"staff/fact/{fact.id}")


def _waiting(turn: Turn) -> tuple[Button, ...]:
    return (CHANGES,) if collected(turn)["changes"] else ()


def _found(turn: Turn, answers: Answers) -> Outcome:
    found = search(turn.contest, str(answers["words"]))[:PAGE]
    if not found:
        return closing(turn, FIND, Answers(), Reply(t("facts.not_found"), (FACTS, people.DESK)))
    said = [t("facts.found"), *(t("list.item", item=named(fact)) for fact in found)]
    buttons = tuple(map(_button, found))
    reply = Reply(lines(said), (*buttons, *_waiting(turn), FACTS, people.DESK))
    return closing(turn, FIND, Answers(), reply)


def search(contest: Contest, typed: str) -> list[Fact]:
    """The likeliest first: what an answer to these words speaks of, the answer itself, then
    whatever has these words in its name or its value."""
    pack, known = contest.pack, facts(contest.pack)
    decision = contest.faq.decide(typed)
    asked = [topic.id for topic in decision.topics] if decision.kind != "decline" else []
    ids = [name for topic in asked for name in (*spoken_of(pack, topic), f"topic.{topic}")]
    wanted = set(fold(typed).split())
    if wanted:
        scored = [
            (len(wanted & set(_words(fact))), len(wanted & set(_name_words(fact))), -n, fact.id)
            for n, fact in enumerate(known.values())
        ]
        ids += [row[-1] for row in sorted(scored, reverse=True) if row[0] == len(wanted)]
    return [known[name] for name in dict.fromkeys(ids) if name in known]


def spoken_of(pack: Pack, topic: str) -> Iterator[str]:
    """The facts that the answer to this topic names."""
    for name in sorted(used(pack.topics[topic].answer)):
        group, _, rest = name.partition(".")
        if group == "deadline":
            yield f"stage.{pack.deadline_stage}"
        elif group == "office":
            yield f"body.{pack.office}.name"
        elif group in ("body", "field"):
            yield f"{group}.{rest}.{'name' if group == 'body' else 'title'}"
        else:
            yield name


def _name_words(fact: Fact) -> list[str]:
    return fold(" ".join((fact.name or {}).values())).split()


def _words(fact: Fact) -> list[str]:
    """Of its name and its value, with its days as people write them."""
    texts = [*(fact.name or {}).values(), *_texts(as_json(fact.value))]
    return fold(" ".join(texts)).split()


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
            yield from _days(value)
        case dict():
            for item in value.values():
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)


def _days(written: str) -> Iterator[str]:
    try:
        period = Period.parse(written)
    except ValueError:
        return
    if period.grain == "day":
        yield f"{period.first.day}/{period.first.month}/{period.first.year}"


# --- one of them ---------------------------------------------------------------------------------


async def card(turn: Turn, name: str) -> Outcome:
    fact = facts(turn.contest.pack).get(name)
    if fact is None:
        return say(turn, Reply(t("facts.no_such"), (FACTS, people.DESK)))
    pack, day = turn.contest.pack, turn.today
    parts: list[Text] = [lines([named(fact), value_of(pack, fact, day)])]
    if how := sure(pack, fact):
        parts.append(t("facts.is_sure", sure=how))
    parts.append(lines(await _history(turn, fact)))
    fix = Button(t("facts.fix"), f"staff/fix/{fact.id}")
    return say(turn, Reply(paragraphs(parts), (fix, *_waiting(turn), FACTS, people.DESK)))


async def _history(turn: Turn, fact: Fact) -> Sequence[Text]:
    """What it said at first, and after each correction since when."""
    pack = turn.contest.shipped or turn.contest.pack
    told: list[Text] = []
    details = []
    for proposal in await done(turn):
        details.append(proposal.detail)
        if any(change["fact"] == fact.id for change in proposal.detail["changes"]):
            now, _ = today(pack, details)
            after = facts(now).get(fact.id)
            if after is not None and proposal.done_at:
                value = value_of(now, after, turn.today)
                told.append(
                    t(
                        "facts.changed_at",
                        number=str(proposal.number),
                        at=proposal.done_at.astimezone(turn.event.at.tzinfo),
                        value=value,
                    )
                )
    if not told:
        return [t("facts.never_changed")]
    first = facts(pack).get(fact.id)
    at_first = [t("facts.at_first", value=value_of(pack, first, turn.today))] if first else []
    return [*at_first, *told]


async def fix(turn: Turn, name: str) -> Outcome:
    fact = facts(turn.contest.pack).get(name)
    if fact is None:
        return say(turn, Reply(t("facts.no_such"), (FACTS, people.DESK)))
    waiting = new_documents(collected(turn))
    return opened(turn, fact, waiting)
