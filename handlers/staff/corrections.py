"""Changes of facts that are proposed together: collected, shown as people will read them, proposed.

What one of the staff collects stays in their chat until it is proposed; what is proposed is the
`detail` that `contest.amending` describes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from contest.amending import MOST_CHANGES, amended, closes_all, correction, today
from contest.amending import NAMED_BY_STAFF as NEW
from contest.cited import Words
from contest.facts import Fact, facts
from contest.faq.normalise import fold
from contest.pack import Pack
from contest.proposals import Proposal
from contest.slips import PackError
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Stored, Text, lines, paragraphs, t, words
from handlers.fact_words import named, only_in_first, problem, sure, value_of
from handlers.recall import Correcting, Difference, difference
from handlers.said import Changed, bare_turn, differing
from handlers.staff import people
from handlers.staff.correcting import NAME, SAME
from handlers.staff.proposing import proposed
from handlers.turn import Outcome, Turn, closing, say

KEPT, IT = "staff-changes", "changes"  # where the collected changes are kept
FACTS = Button(t("facts.button"), "staff/facts")
CHANGES = Button(t("facts.changes_button"), "staff/changes")
DROP, CLEAR = "drop/", "clear"
PAST = t("facts.problem_past")
LETTERS = 6  # of a new document's code

Detail = Mapping[str, Json]


def ids_of(detail: Detail) -> list[str]:
    """The facts it changes, in order."""
    return [change["fact"] for change in detail["changes"]]


def collected(turn: Turn) -> dict[str, Any]:
    """Changes of this member that are not proposed yet."""
    begun = turn.answers.get(KEPT, Answers()).begun.get(IT) or {}
    return {
        "changes": list(begun.get("changes", [])),
        "documents": dict(begun.get("documents", {})),
    }


def new_documents(detail: Detail) -> dict[str, Words]:
    return {name: document["short"] for name, document in detail["documents"].items()}


def _keeping(outcome: Outcome, detail: Detail | None) -> Outcome:
    kept = Answers(begun={IT: dict(detail)}) if detail and detail["changes"] else Answers()
    return replace(outcome, answers={**outcome.answers, KEPT: kept})


# --- one change, as the dialog asked for it ------------------------------------------------------


def made(turn: Turn, answers: Answers) -> Outcome:
    """The dialog's answers become a change, if the pack can take it with the others."""
    pack, before = turn.contest.pack, collected(turn)
    fact = facts(pack).get(str(answers.get("fact")))
    if fact is None:
        return closing(turn, NAME, Answers(), Reply(t("fix.which"), (FACTS, people.DESK)))
    again = Button(t("fix.again"), f"staff/fix/{fact.id}")
    try:
        change, documents = _change(turn, fact, answers, before)
    except _UnevenError:
        said = t("fix.uneven")
        return closing(turn, NAME, Answers(), Reply(said, (again, FACTS, people.DESK)))
    if len(change) == 1:
        return closing(turn, NAME, Answers(), Reply(t("fix.nothing"), (FACTS, people.DESK)))
    others = [c for c in before["changes"] if c["fact"] != fact.id]
    after = {"changes": [*others, change], "documents": {**before["documents"], **documents}}
    if len(after["changes"]) > MOST_CHANGES:
        said = t("fix.too_many", most=MOST_CHANGES)
        return closing(turn, NAME, Answers(), Reply(said, (CHANGES, people.DESK)))
    if wrong := wrong_with(turn, pack, after):
        reply = Reply(paragraphs([t("fix.wrong"), wrong]), (again, FACTS, people.DESK))
        return closing(turn, NAME, Answers(), reply)
    reply = Reply(t("fix.noted", n=len(after["changes"])), (CHANGES, FACTS, people.DESK))
    return _keeping(closing(turn, NAME, Answers(), reply), after)


class _UnevenError(ValueError):
    """A list has another number of lines in another language."""


def _change(
    turn: Turn, fact: Fact, answers: Answers, before: Detail
) -> tuple[dict[str, Json], dict[str, Json]]:
    """What the answers change of the fact, and the documents that are new by it."""
    change: dict[str, Json] = {"fact": fact.id}
    value = _answered(fact, answers)
    if value.get("none"):
        change["value"] = None
    elif "value" in value:
        change["value"] = _in_languages(turn.contest.pack, fact, value["value"], answers)
    documents: dict[str, Json] = {}
    if (cites := answers.given.get("document", SAME)) != SAME:
        name = cites.get("id") or _known(turn.contest.pack, before, cites["title"])
        if name is None:
            name = f"{NEW}{turn.new_code(LETTERS).lower()}"
            documents[name] = _document(turn.contest.pack, cites["title"], answers)
        section = answers.given.get("section", {}).get("value")
        change["sources"] = [{"document": name, **({"section": section} if section else {})}]
    if (status := answers.given.get("status", SAME)) != SAME:
        change["status"] = status["value"]
    return change, documents


def _answered(fact: Fact, answers: Answers) -> Mapping[str, Json]:
    names = (n for n in answers.given if n == fact.kind or n.startswith(f"{fact.kind}_"))
    steps = [n for n in names if n in (fact.kind, f"choice_{fact.group}") or n.startswith("when_")]
    return next((answers[name] for name in steps), SAME)


def _in_languages(pack: Pack, fact: Fact, value: Json, answers: Answers) -> Json:
    if fact.kind not in ("words", "list"):
        return value
    written = {pack.languages[0]: value}
    for lang in pack.languages[1:]:
        if other := answers.given.get(f"{fact.kind}_{lang}", SAME).get("value"):
            written[lang] = other
    if fact.kind == "words":
        return written
    if len({len(said) for said in written.values()}) > 1:
        raise _UnevenError
    return [{lang: said[n] for lang, said in written.items()} for n in range(len(value))]


def _known(pack: Pack, before: Detail, title: str) -> str | None:
    """The document that is called so, if there is one."""
    called: dict[str, list[str]] = {
        name: [*document.short.values(), *document.title.values()]
        for name, document in pack.documents.items()
    }
    for name, document in before["documents"].items():
        called[name] = [*document["short"].values()]
    return next((name for name, own in called.items() if fold(title) in map(fold, own)), None)


def _document(pack: Pack, title: str, answers: Answers) -> Json:
    named_so = {pack.languages[0]: title}
    file = answers.given.get("file", {}).get("value")
    return {"short": named_so, "title": named_so, **({"file": file} if file else {})}


def wrong_with(turn: Turn, pack: Pack, detail: Detail) -> Text | None:
    """Why the pack cannot take it, in plain words; None if it can."""
    try:
        after = amended(pack, [detail])
    except PackError as error:
        return problem(error)
    return PAST if closes_all(pack, after, turn.today) else None


# --- as people will read it ----------------------------------------------------------------------


async def changes(turn: Turn, rest: str) -> Outcome:
    """All that was collected; «drop/» and a fact leaves one out, «clear» all."""
    detail = collected(turn)
    if rest.startswith(DROP):
        left = [c for c in detail["changes"] if c["fact"] != rest.removeprefix(DROP)]
        detail = _without_loose({**detail, "changes": left})
    elif rest == CLEAR:
        detail = {"changes": [], "documents": {}}
    if not detail["changes"]:
        return _keeping(say(turn, Reply(t("facts.no_changes"), (FACTS, people.DESK))), None)
    shown = await preview(turn, turn.contest.pack, detail)
    known = facts(turn.contest.pack)
    drops = tuple(
        Button(t("facts.drop", name=named(known[name])), f"staff/changes/{DROP}{name}")
        for name in ids_of(detail)
        if name in known
    )
    send = Button(t("facts.suggest"), f"staff/suggest/{_fingerprint(detail)}", tone="good")
    ways = () if wrong_with(turn, turn.contest.pack, detail) else (send,)
    more = Button(t("facts.more"), FACTS.token)
    clear = Button(t("facts.clear"), f"staff/changes/{CLEAR}")
    reply = replace(shown, buttons=(*ways, more, *drops, clear, people.DESK))
    return _keeping(say(turn, reply), detail)


def _without_loose(detail: dict[str, Any]) -> dict[str, Any]:
    """Without documents that nothing cites any more."""
    cited = {s["document"] for c in detail["changes"] for s in c.get("sources", ())}
    documents = {name: d for name, d in detail["documents"].items() if name in cited}
    return {**detail, "documents": documents}


def _fingerprint(detail: Detail) -> str:
    """An old button proposes nothing that was changed since it was shown."""
    return hashlib.sha256(json.dumps(detail, sort_keys=True).encode()).hexdigest()[:8]


async def suggest(turn: Turn, fingerprint: str) -> Outcome:
    detail = collected(turn)
    if fingerprint != _fingerprint(detail) or wrong_with(turn, turn.contest.pack, detail):
        return await changes(turn, "")
    return _keeping(await proposed(turn, "fact", detail), None)


async def previewed(turn: Turn, proposal: Proposal) -> Reply:
    """What a proposal changes: of what is now, or was when it was carried out."""
    pack = turn.contest.pack
    if proposal.state == "done":
        earlier = [p for p in await done(turn) if _before(p, proposal)]
        pack, _ = today(turn.contest.shipped or pack, [p.detail for p in earlier])
    return await preview(turn, pack, proposal.detail)


async def done(turn: Turn) -> list[Proposal]:
    found = await turn.look_up.proposals(("done",))
    return [proposal for proposal in found if proposal.kind == "fact"]


def _before(one: Proposal, other: Proposal) -> bool:
    at, other_at = one.done_at or one.at, other.done_at or other.at
    return (at, one.number) < (other_at, other.number)


async def preview(turn: Turn, pack: Pack, detail: Detail) -> Reply:
    """Each fact, and every text it appears in, as it was and as it will be; and how many people
    were given one of these."""
    if wrong := wrong_with(turn, pack, detail):
        return Reply(paragraphs([t("fix.wrong"), wrong]))
    after = amended(pack, [detail])
    old, new = (
        bare_turn(replace(turn.contest, pack=one), turn.look_up, turn.event.at)
        for one in (pack, after)
    )
    diff = await difference(old, new, ids_of(detail))
    count = await turn.look_up.given_count(diff.names)
    parts: list[Text] = [t("facts.changes", n=len(diff.facts))]
    parts += [_fact(diff, one) for one in diff.facts]
    parts += list(_documents(detail))
    parts.append(t("facts.texts", n=len(diff.said)))
    parts += _side_by_side(diff.said)
    parts.append(t("facts.people", n=count))
    return Reply(paragraphs(parts), files=_files(detail))


def _fact(diff: Difference, one: Correcting) -> Text:
    day: date = diff.after.today
    sides = [
        (t("facts.was"), diff.before.contest.pack, one.before),
        (t("facts.will_be"), diff.after.contest.pack, one.after),
    ]
    said: list[Text] = [named(one.before)]
    for label, pack, fact in sides:
        value = value_of(pack, fact, day)
        how = sure(pack, fact)
        text = t("facts.sure", value=value, sure=how) if how else value
        said.append(t("facts.side", label=label, text=text))
    old, new = one.before.cited, one.after.cited
    if old and new and not one.same_value and old.sources == new.sources:
        said.append(t("facts.same_source"))
    if only_in_first(diff.after.contest.pack, one.after):
        said.append(t("facts.first_language"))
    return lines(said)


def _documents(detail: Detail) -> Iterator[Text]:
    for document in correction(detail).documents.values():
        yield t("facts.new_document", title=words(document.title))


def _side_by_side(said: Sequence[Changed]) -> list[Text]:
    """Everything that is said otherwise; what differs in the same words stands there once."""
    titles: dict[tuple[Text, Text], list[Text]] = {}
    for one in said:
        both = differing(one.before.text, one.after.text)
        titles.setdefault(both, []).append(one.before.title)
    return [_sides(old, new, named_so) for (old, new), named_so in titles.items()]


def _sides(old: Text, new: Text, titles: Sequence[Text]) -> Text:
    heads = [t("list.item", item=title) for title in titles]
    if old == new:  # only the file that comes with it is another
        return lines([*heads, t("facts.only_file")])
    sides = ((t("facts.was"), old), (t("facts.will_be"), new))
    return lines([*heads, *(t("facts.side", label=label, text=text) for label, text in sides)])


def _files(detail: Detail) -> tuple[Stored, ...]:
    files = [document.file for document in correction(detail).documents.values() if document.file]
    return tuple(Stored(f.sha256, f.name, f.type, f.size) for f in files)
