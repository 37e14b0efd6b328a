"""What somebody is told who was given an answer that is no longer so: once, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from contest.calendar import DeadlineNow
from contest.facts import Fact, facts, row_of, with_row
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, words
from handlers.entrant.questions import SCREENS
from handlers.fact_words import named, sure, value_of
from handlers.said import DOSSIER, Changed, Said, changed, everything, screens
from handlers.saying import deadline_now
from handlers.turn import MENU, Turn

MOST_TOLD = 4  # changes of one message; of more, people are told how many there are
MOST_AGAIN = 2  # answers that can be asked for again with one press


@dataclass(frozen=True, slots=True)
class Correcting:
    """A fact as it was and as it is, and the names of all that is said otherwise because of it."""

    before: Fact
    after: Fact
    names: frozenset[str]

    @property
    def same_value(self) -> bool:
        return bool(self.before.value == self.after.value)


@dataclass(frozen=True, slots=True, repr=False)  # it holds two whole contests
class Difference:
    """Between two bare turns: which facts differ, and what is said otherwise."""

    before: Turn
    after: Turn
    facts: tuple[Correcting, ...]
    said: tuple[Changed, ...]

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.said]


async def difference(before: Turn, after: Turn, of: Sequence[str]) -> Difference:
    """`of`: the ids of the facts that were changed, in order."""
    old_pack, new_pack = before.contest.pack, after.contest.pack
    old, new = facts(old_pack), facts(new_pack)
    old_said, new_said = await everything(before), await everything(after)
    # with its sources, which may be of a document the old pack does not know
    base = replace(old_pack, documents=new_pack.documents)
    found = []
    for name in dict.fromkeys(of):
        if name in old and name in new:
            alone = with_row(base, old[name], row_of(new_pack, new[name]))
            contest = replace(before.contest, pack=alone)
            names = await _names(old_said, replace(before, contest=contest))
            found.append(Correcting(old[name], new[name], names))
    return Difference(before, after, tuple(found), tuple(changed(old_said, new_said)))


async def _names(before: Mapping[str, Said], turn: Turn) -> frozenset[str]:
    return frozenset(one.name for one in changed(before, await everything(turn)))


def recall(diff: Difference, given: Collection[str]) -> Reply | None:
    """For somebody who was given these, the latest first; None if nothing of it changed."""
    theirs = [name for name in given if name in diff.names]
    told = [one for one in diff.facts if one.names & set(theirs)]
    if not told:
        return None
    said: list[Text] = [t("recall.head"), *(_line(diff, one) for one in told[:MOST_TOLD])]
    if more := len(told) - MOST_TOLD:
        said += [t("recall.more", n=more)] if more > 0 else []
    return Reply(paragraphs(said), (*_ways(diff.after, theirs), MENU))


def _line(diff: Difference, one: Correcting) -> Text:
    day = diff.after.today
    old = value_of(diff.before.contest.pack, one.before, day)
    new = value_of(diff.after.contest.pack, one.after, day)
    name = named(one.before)
    if one.same_value:
        said = t("recall.surer", name=name, value=new)
    else:
        said = t("recall.changed", name=name, old=old, new=new)
    pack = diff.after.contest.pack
    parts: list[Text] = [said]
    if one.after.id == f"stage.{pack.deadline_stage}" and not one.same_value:
        parts.append(deadline_now(DeadlineNow(pack.deadline, day)))
    if source := sure(pack, one.after):
        parts.append(t("said.note", note=source))
    return lines(parts)


def _ways(turn: Turn, theirs: Sequence[str]) -> tuple[Button, ...]:
    """To the new answers, and to what helps from there."""
    pack, tokens = turn.contest.pack, screens(turn.contest.pack)
    topics = [pack.topics[name] for name in theirs if name in pack.topics]
    found = [Button(words(topic.question), f"faq/{topic.id}") for topic in topics[:MOST_AGAIN]]
    for topic in topics[:1]:
        found += [SCREENS[name] for name in topic.next]
    for name in theirs:
        token = name.removeprefix("/")
        if name == DOSSIER:
            found.append(SCREENS["dossier"])
        elif name.startswith(("/may/", "/eligibility")):
            found.append(SCREENS["eligibility"])
        elif token in tokens and not topics:
            found.append(Button(tokens[token], token))
    return tuple({button.token: button for button in found}.values())[:5]
