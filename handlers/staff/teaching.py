"""«Thêm vào hỏi đáp»: from a question of somebody to a phrasing or a new topic, proposed.

What a pack would ask for is asked step by step, so that nothing without a source comes of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from contest.cited import Status
from contest.faq.answer import Faq
from contest.faq.certainty import ranked
from contest.faq.normalise import fold
from contest.masking import MARK, masked
from contest.pack import Pack, Topic
from contest.teaching import (
    LEAST_ANSWER,
    LEAST_WORDS,
    MOST_ANSWER,
    MOST_PHRASING,
    MOST_QUESTION,
    Teaching,
    answer_text,
    new_id,
    plain,
    sources,
)
from dialog.engine import EDIT, token
from dialog.event import Input, Pressed, Said
from dialog.place import Answers, Given, Json
from dialog.reply import Button, Reply, Text, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, More, NotMine, Refused, Step, Taken
from handlers.staff import people
from handlers.turn import Outcome, Talk, Turn, closing, entered

NAME = "staff-teach"
NEW = "+"  # among the topics: a new one
SAME = "="  # the question on the button: the words themselves
TODAY = "today"
MOST_SECTION = 40  # letters
MOST_FOUND = 5  # of what was searched for
MOST_NAMED = 5  # documents that stand there unasked
LIKELIEST = 3
LEAST_ALIKE = 80  # of 100: a name that is meant by a few of its words
TRY = Button(t("teach.try"), "staff/try", tone="good")
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def begun(turn: Turn, text: str, questions: Iterable[int]) -> Outcome:
    """From words of somebody, which are covered before anybody keeps them."""
    first = plain(text.split("\n\n")[0])
    held = {"text": masked(first), "questions": list(questions)}
    answers = Answers(begun={"words": held} if first else {})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def teach_talk(pack: Pack, faq: Faq) -> Talk:
    title = t("teach.title")
    steps = (
        Step("words", t("teach.words_title"), _ask_words, _take_words, again=_check, free=True),
        _topic_step(pack, faq),
        *(_only_for(step, _is_new) for step in _of_a_new_topic(pack)),
    )

    def done(turn: Turn, answers: Answers) -> Outcome:
        return closing(turn, NAME, answers, Reply(t("teach.ready"), (TRY, people.DESK)))

    return Talk(title, Dialog(NAME, steps), done, for_questions=True)


def _is_new(given: Given) -> bool:
    return given.get("topic") == NEW


def _only_for(step: Step, applies: Callable[[Given], bool]) -> Step:
    before = step.applies
    return replace(step, applies=lambda given: applies(given) and before(given))


# --- the words -----------------------------------------------------------------------------------


def _ask_words(_: Given) -> Reply:
    return Reply(t("teach.words_ask"), (people.DESK,))


def _check(held: Json) -> Reply:
    """Is anything of somebody in it? What can be found is covered, the rest a person sees."""
    text, about = held["text"], held["questions"]
    care = t("teach.words_masked") if MARK in text else t("teach.words_clean")
    said: list[Text] = [t("teach.words_check"), verbatim(f"«{text}»"), care]
    problem = _problem(_without_mark(text))
    if problem:
        said.append(problem)
    use = () if problem else (Button(t("teach.words_use"), "words/use"),)
    return Reply(paragraphs(said), (*use, people.DESK), about=about[0] if about else None)


def _without_mark(text: str) -> str:
    return plain(text.replace(MARK, " "))


def _problem(text: str) -> Text | None:
    if len(text) > MOST_PHRASING:
        return t("teach.words_long", most=MOST_PHRASING)
    if len(fold(text).split()) < LEAST_WORDS:
        return t("teach.words_short")
    return None


def _take_words(held: Json | None, did: Input) -> Taken:
    questions = held["questions"] if held else []
    match did:
        case Pressed("use") if held and not _problem(_without_mark(held["text"])):
            return Done({"text": _without_mark(held["text"]), "questions": questions})
        case Said(text) if plain(text):
            covered = masked(plain(text))
            value = {"text": covered, "questions": questions}
            if covered != plain(text) or _problem(covered):
                return More(value, _check(value))
            return Done(value)
    return NotMine()


# --- of which topic ------------------------------------------------------------------------------


def _topic_step(pack: Pack, faq: Faq) -> Step:
    titles = {name: words(topic.question) for name, topic in pack.topics.items()}

    def likely(text: str, most: int) -> list[str]:
        near = [one.label for one in ranked(faq.read(text))]
        return _searched(text, {n: q.question for n, q in pack.topics.items()}, near)[:most]

    def shown(said: Text, names: Iterable[str]) -> Reply:
        buttons = [Button(titles[name], f"topic/{name}") for name in names if name in titles]
        return Reply(said, (*buttons, Button(t("teach.topic_new"), f"topic/{NEW}")))

    def ask(given: Given) -> Reply:
        text = given["words"]["text"]
        near = [one.label for one in ranked(faq.read(text))]
        return shown(t("teach.topic_ask", text=text), near[:LIKELIEST])

    def found(held: Json) -> Reply:
        said = t("teach.topic_found", words=held["search"])
        return shown(said, likely(held["search"], MOST_FOUND))

    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(name) if name == NEW or name in titles:
                return Done(name)
            case Said(text) if fold(text):
                value = {"search": plain(text)[:MOST_PHRASING]}
                return More(value, found(value))
        return NotMine()

    def good(value: Json) -> bool:
        return value == NEW or value in titles

    title = t("teach.topic_title")
    return Step("topic", title, ask, take, again=found, still_good=good, free=True)


def _searched(text: str, named: Mapping[str, Mapping[str, str]], near: Iterable[str]) -> list[str]:
    """Those whose name has these words first, then what is likely."""
    wanted = fold(text)
    scored = {
        name: max(fuzz.token_set_ratio(wanted, fold(said)) for said in by_lang.values())
        for name, by_lang in named.items()
    }
    so_named = sorted((n for n in scored if scored[n] >= LEAST_ALIKE), key=lambda n: -scored[n])
    return list(dict.fromkeys((*so_named, *near)))


# --- a new topic ---------------------------------------------------------------------------------


def _of_a_new_topic(pack: Pack) -> tuple[Step, ...]:
    answers = {name for name, document in pack.documents.items() if document.answers}

    def is_document(given: Given) -> bool:
        return given.get("source") not in answers

    def is_answer(given: Given) -> bool:
        return given.get("source") in answers

    section = Step("section", t("teach.section_title"), _ask_section, _take_section, free=True)
    status = Step("status", t("teach.status_title"), _ask_status, _take_status)
    day = Step("day", t("teach.day_title"), _ask_day, _take_day, free=True)
    return (
        Step("question", t("teach.question_title"), _ask_question, _take_question, free=True),
        Step("answer", t("teach.answer_title"), _ask_answer, _take_answer, free=True),
        _source_step(pack),
        _only_for(section, is_document),
        _only_for(status, is_document),
        _only_for(day, is_answer),
        Step("second", t("teach.second_title"), _ask_more, _take_more, free=True),
        Step("third", t("teach.third_title"), _ask_more, _take_more, free=True),
    )


def _ask_question(given: Given) -> Reply:
    fits = len(given["words"]["text"]) <= MOST_QUESTION
    same = (Button(t("teach.question_same"), f"question/{SAME}"),) if fits else ()
    return Reply(t("teach.question_ask", most=MOST_QUESTION), same)


def _take_question(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed(pressed) if pressed == SAME:
            return Done(SAME)
        case Said(text) if said := plain(text):
            if len(said) > MOST_QUESTION:
                return Refused(t("dialog.too_long", most=MOST_QUESTION, sent=len(said)))
            return _if_nobodys(said)
    return NotMine()


def _if_nobodys(said: str) -> Taken:
    covered = masked(said)
    return Done(said) if covered == said else Refused(t("teach.personal", text=covered))


def _ask_answer(_: Given) -> Reply:
    return Reply(t("teach.answer_ask", least=LEAST_ANSWER, most=MOST_ANSWER), (people.DESK,))


def _take_answer(_: Json | None, did: Input) -> Taken:
    match did:
        case Said(text) if said := answer_text(text):
            if len(said) > MOST_ANSWER:
                return Refused(t("dialog.too_long", most=MOST_ANSWER, sent=len(said)))
            if len(said) < LEAST_ANSWER:
                return Refused(t("teach.answer_short", least=LEAST_ANSWER, sent=len(said)))
            return Done(said)
    return NotMine()


def _source_step(pack: Pack) -> Step:
    """The documents that the answers rest on most, and what the office has said."""
    documents = {name: d for name, d in pack.documents.items() if not d.own}
    used = Counter(s.document for topic in pack.topics.values() for s in topic.sources)
    usual = [name for name, _ in used.most_common() if name in documents][:MOST_NAMED]
    said = [name for name, document in documents.items() if document.answers]

    def shown(text: Text, names: Iterable[str]) -> Reply:
        every = dict.fromkeys((*names, *said))
        buttons = [Button(words(documents[n].short), f"source/{n}") for n in every]
        return Reply(text, tuple(buttons))

    def ask(_: Given) -> Reply:
        return shown(t("teach.source_ask"), usual)

    def found(held: Json) -> Reply:
        search = held["search"]
        names = _searched(search, {n: d.title for n, d in documents.items()}, ())[:MOST_FOUND]
        none = t("teach.source_none", words=search)
        return shown(t("teach.topic_found", words=search) if names else none, names)

    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(name) if name in documents:
                return Done(name)
            case Said(text) if fold(text):
                value = {"search": plain(text)[:MOST_PHRASING]}
                return More(value, found(value))
        return NotMine()

    def good(value: Json) -> bool:
        return value in documents

    title = t("teach.source_title")
    return Step("source", title, ask, take, again=found, still_good=good, free=True)


def _ask_section(_: Given) -> Reply:
    none = Button(t("teach.section_none"), "section/none")
    return Reply(t("teach.section_ask"), (none,))


def _take_section(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("none"):
            return Done("")
        case Said(text) if said := plain(text):
            if len(said) > MOST_SECTION:
                return Refused(t("dialog.too_long", most=MOST_SECTION, sent=len(said)))
            return Done(said)
    return NotMine()


def _ask_status(_: Given) -> Reply:
    buttons = (
        Button(t("teach.status_official"), "status/official"),
        Button(t("teach.status_reference"), "status/reference"),
    )
    return Reply(t("teach.status_ask"), buttons)


def _take_status(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("official" | "reference" as status):
            return Done(status)
    return NotMine()


def _ask_day(_: Given) -> Reply:
    return Reply(t("teach.day_ask"), (Button(t("teach.day_today"), f"day/{TODAY}"),))


def _take_day(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed(pressed) if pressed == TODAY:
            return Done(TODAY)
        case Said(text) if fold(text):
            day = _day(text.strip())
            return Done(day.isoformat()) if day else Refused(t("teach.day_wrong"))
    return NotMine()


def _day(typed: str) -> date | None:
    found = _DAY.fullmatch(typed)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _ask_more(_: Given) -> Reply:
    return Reply(t("teach.more_ask"), (people.DESK,))


def _take_more(_: Json | None, did: Input) -> Taken:
    match did:
        case Said(text) if said := plain(text):
            problem = _problem(said)
            return Refused(problem) if problem else _if_nobodys(said)
    return NotMine()


# --- what comes of it ----------------------------------------------------------------------------


def made(turn: Turn) -> Teaching | None:
    """What was asked for and answered; None: something is still to be asked."""
    talk, answers = turn.contest.talks[NAME], turn.answers.get(NAME, Answers())
    steps = [step for step in talk.dialog.steps if step.applies(answers.given)]
    if any(step.name not in answers for step in steps):
        return None
    text, questions = answers["words"]["text"], tuple(answers["words"]["questions"])
    if answers["topic"] != NEW:
        return Teaching((text,), answers["topic"], None, questions)
    new = _new_topic(turn, answers)
    return Teaching((text, answers["second"], answers["third"]), new.id, new, questions)


def _new_topic(turn: Turn, answers: Answers) -> Topic:
    pack = turn.contest.pack
    text = answers["words"]["text"]
    question = text if answers["question"] == SAME else answers["question"]
    question = question[:1].upper() + question[1:]
    document = pack.documents[answers["source"]]
    status: Status = "reference" if document.answers else answers["status"]
    section = answers["day"] if document.answers else answers["section"]
    if section == TODAY and document.answers:
        section = turn.today.isoformat()
    return Topic(
        id=new_id(question),
        question=dict.fromkeys(pack.languages, question),
        answer=dict.fromkeys(pack.languages, str(answers["answer"])),
        status=status,
        sources=sources(answers["source"], section),
        caveat=document.caveat if status == "reference" else None,
    )


def editing(turn: Turn, steps: Iterable[str] = ()) -> tuple[Button, ...]:
    """A button for each of these steps that applies; for none: for each that does."""
    talk, answers = turn.contest.talks[NAME], turn.answers.get(NAME, Answers())
    wanted = tuple(steps)
    return tuple(
        Button(t("teach.edit", what=step.title), token(NAME, step.name, EDIT))
        for step in talk.dialog.steps
        if step.applies(answers.given) and (not wanted or step.name in wanted)
    )
