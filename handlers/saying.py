"""The contest's facts as texts: dates, stages, and where something stands and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contest.amending import written_once
from contest.calendar import DaysLeft, DeadlineNow, Period, When
from contest.pack import Cited, Pack, Reporting, Source
from contest.pack import Words as PackWords
from contest.values import Fact, facts_for
from dialog.reply import Joined, Text, Value, lines, t, words
from handlers.turn import Turn

_ROMAN = ("I", "II", "III", "IV")


def told(turn: Turn, text: PackWords) -> Text:
    """A text of the pack, with the facts it speaks of as they are today.

    Where staff wrote it in the contest's own language only, another reader is told so.
    """
    pack = turn.contest.pack
    said = told_on(pack, text, turn.today)
    if written_once(text, turn.lang, pack.languages[0]):
        return Joined((said, t("note.first_language")), " ")
    return said


def told_on(pack: Pack, text: PackWords, today: date) -> Text:
    facts = facts_for(pack, text, today)
    return words(text, **{name: _value(fact) for name, fact in facts.items()})


def _value(fact: Fact) -> Value:
    match fact:
        case date() | int():
            return fact
        case When():
            return when(fact)
        case DeadlineNow():
            return deadline_now(fact)
        case DaysLeft():
            return deadline_left(fact.now)
        case _:
            return words(fact)


def when(stated: When) -> Text:
    """«đến hết ngày …», «trước ngày …», «dự kiến tháng …»: as the document says it, no more."""
    said: Text
    if stated.excluded:
        said = t("when.before", end=period(stated.ends))
    elif stated.starts is None:
        said = t("when.until", end=period(stated.ends))
    elif stated.starts == stated.ends:
        said = period(stated.ends)
    elif stated.starts.grain == stated.ends.grain == "month" and _next_to(stated):
        said = t("when.two_months", first=stated.starts.first, last=stated.ends.first)
    else:
        said = t("when.from_to", start=period(stated.starts), end=period(stated.ends))
    return t("when.tentative", when=said) if stated.tentative else said


def _next_to(stated: When) -> bool:
    """Two months in a row of one year are named one after the other, as the documents do."""
    assert stated.starts is not None
    first, last = stated.starts.first, stated.ends.first
    return first.year == last.year and last.month - first.month == 1


def deadline_now(facts: DeadlineNow) -> Text:
    """How long dossiers are still taken, and what follows from the calendar."""
    said = deadline_left(facts)
    if facts.working_day:
        advice = t("timeline.weekend", deadline=facts.deadline, working_day=facts.working_day)
        return lines([said, advice])
    return lines([said, t("timeline.only_weekend")]) if facts.only_weekend_left else said


def deadline_left(facts: DeadlineNow) -> Text:
    """The same without advice: one sentence."""
    if facts.days_left < 0:
        return t("timeline.over", deadline=facts.deadline)
    if facts.days_left == 0:
        return t("timeline.last_day", deadline=facts.deadline)
    return t("timeline.left", n=facts.days_left, deadline=facts.deadline)


def period(stated: Period) -> Text:
    year = str(stated.first.year)
    match stated.grain:
        case "day":
            return t("period.day", day=stated.first)
        case "month":
            return t("period.month", month=stated.first)
        case "quarter":
            return t("period.quarter", quarter=_ROMAN[stated.first.month // 3], year=year)
        case "year":
            return t("period.year", year=year)


def deadline_note(pack: Pack) -> Text:
    """Under the deadline with its advice: only the day itself is anybody's but ours."""
    stage = pack.stage(pack.deadline_stage)
    if stage.status != "official" and (note := cited(pack, stage)):
        return note
    return t("timeline.note", sources=sources_of(pack, stage.sources))


def cited(pack: Pack, *facts: Cited) -> Text | None:
    """Where facts stand and how sure they are: a sentence for each kind of sure, the surest first.

    What is said of the assistant itself is said to be that, and never passes for a rule.
    """
    said: list[Text] = []
    for status in ("official", "reference", "unpublished"):
        of_it = [f for f in facts if f.status == status]
        sources = list(dict.fromkeys(s for f in of_it for s in f.sources if not _own(pack, s)))
        if of_it and (sources or status == "unpublished"):
            said.append(_noted(pack, of_it, sources_of(pack, sources) if sources else None))
    if any(_own(pack, s) for f in facts for s in f.sources):
        said.append(t("note.own_part") if said else t("note.own"))
    return Joined(tuple(said), " ") if said else None


def cited_rhythm(pack: Pack, how: Reporting) -> Text | None:
    """Of how units report: what no document fixed is said to be a proposal."""
    where = cited(pack, how)
    if how.status == "official" or where is None:
        return where
    return Joined((t("report.proposed"), where), " ")


def _noted(pack: Pack, facts: list[Cited], where: Text | None) -> Text:
    if facts[0].status == "unpublished" or where is None:
        return t("note.unpublished_seen", sources=where) if where else t("note.unpublished")
    if facts[0].status == "official":
        return t("note.official", sources=where)
    caveats = list(dict.fromkeys(words(f.caveat or pack.reference_caveat) for f in facts))
    return t("note.reference", sources=where, caveat=Joined(tuple(caveats), " "))


def _own(pack: Pack, source: Source) -> bool:
    return pack.documents[source.document].own


def cited_shortly(pack: Pack, fact: Cited) -> Text:
    """The same for one point of a list, in brackets."""
    where = sources_of(pack, fact.sources)
    match fact.status:
        case "official":
            return t("note.official_short", sources=where)
        case "reference":
            return t("note.reference_short", sources=where)
        case "unpublished":
            return t("note.unpublished_short")


def sources_of(pack: Pack, sources: Iterable[Source]) -> Text:
    """Documents with their sections: «Plan, section II.1, II.2; Rules …»."""
    by_document: dict[str, list[Source]] = {}
    for source in sources:
        found = by_document.setdefault(source.document, [])
        if source.section and source not in found:
            found.append(source)
    return Joined(tuple(_document(pack, name, found) for name, found in by_document.items()), "; ")


def _document(pack: Pack, document: str, found: list[Source]) -> Text:
    name = words(pack.documents[document].short)
    if pack.documents[document].answers:
        days = [t("period.day", day=source.day) for source in found if source.day]
        return t("note.answered", document=name, days=Joined(tuple(days), ", "))
    sections = ", ".join(source.section for source in found)
    return t("note.source", document=name, section=sections) if sections else name
