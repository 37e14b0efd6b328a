"""The dialog that corrects one fact: its value, read strictly by its kind; its source, its status.

Every answer is {"value": …}, or {"same": true}: as it is. What comes out is one change among those
that are proposed together; see `corrections`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from contest import typed
from contest.amending import NAMED_BY_STAFF as NEW
from contest.amending import as_json
from contest.cited import Status, Words
from contest.facts import Fact, FactKind, facts
from contest.pack import Pack, Span
from contest.staff import may
from contest.typed import NotReadError, Unread
from dialog.event import Input, Pressed, Said, Sent
from dialog.place import Answers, Given, Json
from dialog.reply import Button, Reply, Text, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, NotMine, Refused, Step, Take, Taken, anything
from handlers.fact_words import choice, named, sure, value_of
from handlers.saying import sources_of
from handlers.staff import people
from handlers.turn import MENU, Outcome, Talk, Turn, closing, entered

NAME = "staff-fact"
LONGEST = 1500  # letters of a text
LONGEST_TITLE = 200  # letters of a document's title
SHORTEST_TITLE = 5
MOST_DOCUMENTS = 6  # to choose from with one press
LONGEST_ID = 40  # letters of a document's id that fits a button
SAME, NONE = {"same": True}, {"none": True}

STATUSES: Mapping[Status, Text] = {
    "official": t("fix.official"),
    "reference": t("fix.reference"),
    "unpublished": t("fix.unpublished"),
}
UNREAD: Mapping[Unread, Text] = {
    "no_date": t("fix.no_date"),
    "no_day": t("fix.no_day"),
    "far": t("fix.far"),
    "two": t("fix.two"),
    "one": t("fix.one"),
    "order": t("fix.order"),
    "no_hours": t("fix.no_hours"),
    "no_lines": t("fix.no_lines", most=typed.MOST_LINES),
}
# a date alone is what there was: an end, a day before which, the time in which, or no answer
_SHAPES: Mapping[str, Span] = {
    "to": Span(ends="2000"),
    "before": Span(before="2000"),
    "during": Span(during="2000"),
    "from": Span(starts="2000", ends="2000"),
}

TITLE = t("fix.title")
Made = Callable[[Turn, Answers], Outcome]
Read = Callable[[str], Json]  # raises NotReadError


def opened(turn: Turn, fact: Fact, documents: Mapping[str, Words]) -> Outcome:
    """`documents`: what the changes that wait beside this one cite for the first time."""
    answers = Answers({"fact": fact.id, "documents": dict(documents)})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def fact_talk(pack: Pack, made: Made) -> Talk:
    """`made`: what becomes of its answers."""

    def done(turn: Turn, answers: Answers) -> Outcome:
        if not may(turn.member, "correct"):  # the role ended while they typed
            return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        return made(turn, answers)

    return Talk(TITLE, Dialog(NAME, tuple(_Table(pack).steps())), done, for_questions=True)


class _Table:
    """The steps, of which those apply that ask for the kind of the fact that is corrected."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.known = facts(pack)

    def of(self, given: Given) -> Fact:
        return self.known[given["fact"]]

    def is_kind(self, kind: FactKind, shape: str = "") -> Callable[[Given], bool]:
        def applies(given: Given) -> bool:
            fact = self.known.get(given.get("fact", ""))
            return (
                fact is not None and fact.kind == kind and shape in ("", _shape(fact), fact.group)
            )

        return applies

    def steps(self) -> Iterator[Step]:
        yield self._kept("fact", lambda name: name in self.known)
        yield self._kept("documents", anything)
        year = self.pack.deadline.year
        for shape, span in _SHAPES.items():
            yield self._typed("when", _a_span(span, year), _when, shape)
        yield self._typed("day", lambda text: typed.day(text, year), lambda _: t("fix.day"))
        yield self._typed("days", lambda text: typed.days(text, year), lambda _: t("fix.days"))
        yield self._typed("hours", typed.hours, lambda _: t("fix.hours"))
        yield self._typed("words", str, _words)
        yield self._typed("list", typed.lines, lambda _: t("fix.list"))
        for lang in self.pack.languages[1:]:
            yield self._other_language("words", lang, str)
            yield self._other_language("list", lang, typed.lines)
        for group, options in self._options().items():
            yield self._choice(group, options)
        yield from self._sure()

    @staticmethod
    def _kept(name: str, good: Callable[[Json], bool]) -> Step:
        """An answer that was there before anything was asked."""
        lost = Reply(t("fix.which"), (people.DESK,))
        return Step(name, TITLE, lambda _: lost, _nothing, applies=_never, still_good=good)

    # --- the value

    def _typed(
        self, kind: FactKind, read: Read, how: Callable[[Fact], Text], shape: str = ""
    ) -> Step:
        name = f"{kind}_{shape}" if shape else kind

        def ask(given: Given) -> Reply:
            fact = self.of(given)
            return self._asked(fact, how(fact), name)

        return Step(name, TITLE, ask, _take(read), applies=self.is_kind(kind, shape), free=True)

    def _asked(self, fact: Fact, how: Text, step: str) -> Reply:
        """What it says now, and how another is written."""
        is_text = fact.kind == "words" and fact.value
        # a text with places that we fill is shown as it is written: else they would be lost
        now = verbatim(_written(fact)) if is_text else value_of(self.pack, fact, date.min)
        buttons = [Button(t("fix.same"), f"{step}/same")]
        if fact.optional and fact.value is not None:
            buttons.append(Button(t("fix.none"), f"{step}/none"))
        said = paragraphs([t("fix.now", name=named(fact), value=now), how])
        return Reply(said, (*buttons, people.DESK))

    def _other_language(self, kind: FactKind, lang: str, read: Read) -> Step:
        """The same in another language, if somebody writes it: else it stays in the first."""
        name = f"{kind}_{lang}"
        ways = (Button(t("fix.skip"), f"{name}/same"), people.DESK)
        ask = Reply(t("fix.other_language"), ways)
        is_kind = self.is_kind(kind)

        def applies(given: Given) -> bool:
            return is_kind(given) and "value" in given.get(kind, SAME)

        return Step(name, TITLE, lambda _: ask, _take(read), applies=applies, free=True)

    def _options(self) -> dict[str, tuple[str, ...]]:
        return {fact.group: fact.options for fact in self.known.values() if fact.kind == "choice"}

    def _choice(self, group: str, options: tuple[str, ...]) -> Step:
        name = f"choice_{group}"

        def ask(given: Given) -> Reply:
            fact = self.of(given)
            asked = self._asked(fact, t("fix.choose"), name)
            buttons = tuple(Button(choice(fact, option), f"{name}/{option}") for option in options)
            return replace(asked, buttons=(*buttons, *asked.buttons))

        return Step(name, TITLE, ask, _chosen(options), applies=self.is_kind("choice", group))

    # --- where it stands, and how sure

    def _sure(self) -> Iterator[Step]:
        def cited(given: Given) -> bool:
            fact = self.known.get(given.get("fact", ""))
            return fact is not None and fact.cited is not None

        def newly(given: Given) -> bool:
            return cited(given) and given.get("document", SAME) != SAME

        def unheard(given: Given) -> bool:
            return newly(given) and "title" in given["document"]

        section = Reply(
            t("fix.section"), (Button(t("fix.no_section"), "section/none"), people.DESK)
        )
        file = Reply(t("fix.file"), (Button(t("fix.no_file"), "file/none"), people.DESK))
        yield Step(
            "document",
            t("fix.document_title"),
            lambda given: self._documents(self.of(given), given.get("documents", {})),
            self._document,
            applies=cited,
            free=True,
        )
        yield Step(
            "section",
            t("fix.section_title"),
            lambda _: section,
            _section,
            applies=newly,
            free=True,
        )
        yield Step("file", t("fix.file_title"), lambda _: file, _file, applies=unheard, free=True)
        yield Step(
            "status",
            t("fix.status_title"),
            lambda given: self._statuses(self.of(given)),
            _chosen(tuple(STATUSES)),
            applies=cited,
        )

    def _documents(self, fact: Fact, waiting: Mapping[str, Words]) -> Reply:
        """To choose from: those of the other changes, those that staff named before, those of the
        fact, and those the timetable stands in."""
        documents = self.pack.documents
        own = [source.document for source in fact.cited.sources] if fact.cited else []
        stages = [source.document for stage in self.pack.stages for source in stage.sources]
        before = [name for name in reversed([*documents]) if name.startswith(NEW)]
        known = [name for name in (*before, *own, *stages) if not documents[name].own]
        ids = [n for n in dict.fromkeys((*waiting, *known)) if len(n) <= LONGEST_ID]
        buttons = [
            Button(
                words(waiting[name] if name in waiting else documents[name].short),
                f"document/{name}",
            )
            for name in ids[:MOST_DOCUMENTS]
        ]
        parts: list[Text] = [t("fix.document")]
        if fact.cited and fact.cited.sources:
            parts.append(t("fix.document_now", sources=sources_of(self.pack, fact.cited.sources)))
            buttons.append(Button(t("fix.same_source"), "document/same"))
        return Reply(paragraphs(parts), (*buttons, people.DESK))

    def _document(self, _: Json | None, did: Input) -> Taken:
        match did:
            case Pressed("same"):
                return Done(SAME)
            case Pressed(name) if name in self.pack.documents or name.startswith(NEW):
                return Done({"id": name})
            case Said(text) if SHORTEST_TITLE <= len(text.strip()) <= LONGEST_TITLE:
                return Done({"title": " ".join(text.split())})
            case Said(text) if text.strip():
                return Refused(t("fix.bad_title", least=SHORTEST_TITLE, most=LONGEST_TITLE))
        return NotMine()

    def _statuses(self, fact: Fact) -> Reply:
        buttons = [Button(said, f"status/{name}") for name, said in STATUSES.items()]
        now = sure(self.pack, fact)
        asked = [t("fix.status"), *([t("fix.status_now", status=now)] if now else [])]
        ways = (*buttons, Button(t("fix.same"), "status/same"), people.DESK)
        return Reply(paragraphs(asked), ways)


def _never(_: Given) -> bool:
    return False


def _nothing(_: Json | None, __: Input) -> Taken:
    return NotMine()


def _shape(fact: Fact) -> str:
    if fact.kind != "when":
        return ""
    span: Span = fact.value
    if span.starts:
        return "from"
    return "to" if span.ends else "before" if span.before else "during"


def _a_span(now: Span, year: int) -> Read:
    return lambda text: as_json(typed.when(text, now, year))


def _when(fact: Fact) -> Text:
    stated = fact.value.when
    first = stated.starts.first if stated.starts else stated.ends.first.replace(day=1)
    return t("fix.when", day=stated.ends.last, first=first)


def _written(fact: Fact) -> str:
    return next(iter(fact.value.values()), "") if fact.value else ""


def _words(fact: Fact) -> Text:
    return t("fix.holes") if "{" in _written(fact) else t("fix.words")


def _take(read: Read) -> Take:
    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed("same"):
                return Done(SAME)
            case Pressed("none"):
                return Done(NONE)
            case Said(text) if len(text) > LONGEST:
                return Refused(t("dialog.too_long", most=LONGEST, sent=len(text)))
            case Said(text) if text.strip():
                try:
                    return Done({"value": read(text.strip())})
                except NotReadError as error:
                    return Refused(UNREAD[error.why])
        return NotMine()

    return take


def _chosen(options: tuple[str, ...]) -> Take:
    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed("same"):
                return Done(SAME)
            case Pressed(picked) if picked in options:
                return Done({"value": picked})
        return NotMine()

    return take


def _section(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("none"):
            return Done(NONE)
        case Said(text) if found := typed.section(text):
            return Done({"value": found})
        case Said(text) if text.strip():
            return Refused(t("fix.bad_section"))
    return NotMine()


def _file(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("none"):
            return Done(NONE)
        case Sent(files=(file,)) if file.file:
            name = file.name or file.kind
            return Done(
                {"value": {"sha256": file.file, "name": name, "type": file.type, "size": file.size}}
            )
        case Sent():
            return Refused(t("fix.one_file"))
        case Said(text) if text.strip():
            return Refused(t("fix.file"))
    return NotMine()
