"""Questions in the person's own words, at any moment; and a human, when no answer will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contest.faq.answer import MOST_OFFERS, Decision
from contest.faq.normalise import asks, fold
from contest.model import Asked
from contest.pack import Screen, Topic
from contest.values import used
from dialog.engine import KEEP, token
from dialog.event import Input, Pressed, Said, Sent
from dialog.place import Answers, Json, Place
from dialog.reply import Button, Reply, paragraphs, t, words
from dialog.step import Dialog, Done, Step, Taken
from dialog.takers import words as own_words
from handlers.entrant.documents import ways_to
from handlers.entrant.start import CHOICES
from handlers.saying import cited, deadline_note, told
from handlers.turn import (
    HUMAN,
    MENU,
    Answered,
    Outcome,
    Talk,
    Turn,
    answered_aside,
    closing,
    entered,
    open_step,
    with_ways_on,
)

LONGEST_QUESTION = 4000
FEW_WORDS = 4
LONGEST_ASIDE = 40  # words
SURE = 0.6  # how alike: of so few words, only what is nearly a known question is answered
WRONG = "faq/wrong/"

SCREENS: dict[Screen, Button] = {
    "timeline": Button(t("menu.timeline"), "timeline/show"),
    "fields": Button(t("menu.fields"), "fields/list"),
    "find_field": Button(t("fields.find_button"), "find/open"),
    "eligibility": Button(t("menu.eligibility"), "eligibility/open"),
    "checklist": Button(t("menu.checklist"), "checklist/open"),
    "helpers": Button(t("menu.helpers"), "helpers/open"),
    "commune": Button(t("helpers.commune_button"), "commune/open"),
    "human": HUMAN,
    "dossier": Button(t("menu.dossiers"), "dossier/list"),
    "my_data": Button(t("data.button"), "data/show"),
}


async def aside(turn: Turn) -> Outcome | None:
    """A question while the screen asks for words of one's own: answered, and nothing is lost of it.

    Only what is sure to be a question, and surely understood, is taken from the dialog; the words
    can still be made the answer with one press.
    """
    step, talk = open_step(turn), turn.talk(turn.place.dialog)
    if step is None or talk is None or not step.free or not isinstance(turn.did, Said):
        return None
    if talk.for_questions or not asks(turn.did.text) or _a_story(turn.did.text):
        return None
    decision = turn.contest.faq.decide(turn.did.text)
    if decision.topic is None:
        return None
    place = turn.place.with_aside(turn.did.text)
    outcome = _answered(turn, turn.did.text, decision.topics, place)
    keep = Button(t("questions.keep_as_answer"), token(place.dialog or "", step.name, KEEP))
    *before, last = outcome.replies
    return replace(outcome, replies=(*before, replace(last, buttons=(*last.buttons, keep))))


async def question(turn: Turn) -> Outcome | None:
    match turn.did:
        case Said(text) if len(text) > LONGEST_QUESTION:
            return answered_aside(turn, Reply(t("questions.too_long", sent=len(text)), (HUMAN,)))
        case Said(text) if fold(text):
            decision = turn.contest.faq.decide(text, turn.last_answer.topic)
            if at_choice(turn, text) and not _is_known(decision):
                return None
            return _decided(turn, text, decision)
        case Pressed("faq/none"):
            return _refused(turn)
        case Pressed(pressed) if pressed.startswith(WRONG):
            return _wrong(turn, pressed.removeprefix(WRONG))
        case Pressed(pressed) if pressed.startswith("faq/"):
            topic = turn.contest.pack.topics.get(pressed.removeprefix("faq/"))
            return _answered(turn, turn.last_words, (topic,)) if topic else None
    return None


def _a_story(text: str) -> bool:
    """Long, and no question at its end: it may wonder about something, and is an answer."""
    return len(fold(text).split()) > LONGEST_ASIDE and not text.rstrip().endswith(("?", "？"))


def at_choice(turn: Turn, text: str) -> bool:
    """A word or two where a button is to be pressed: a slip at the buttons, not a question."""
    step = open_step(turn)
    short = len(fold(text).split()) <= FEW_WORDS and not asks(text)
    return step is not None and not step.free and short


def _is_known(decision: Decision) -> bool:
    """Nearly one of the known phrasings: of so few words, nothing less is taken for a question."""
    return decision.topic is not None and decision.near[0].alike >= SURE


def _decided(turn: Turn, text: str, decision: Decision) -> Outcome | None:
    if decision.topic:
        return _answered(turn, text, decision.topics)
    if decision.kind == "offer":
        offer = Reply(t("questions.offer"), _offered(decision.topics))
        # asking the dialog's question again would hide the offer; its labels are still heard
        return Outcome(turn.place, with_ways_on(turn, (offer,)), unanswered=text)
    if decision.outside:
        aside = answered_aside(turn, Reply(t("fallback.outside"), (*CHOICES, HUMAN)))
        return replace(aside, asked=(Asked("outside", text),), unanswered=text)
    return None


def _offered(topics: Sequence[Topic]) -> tuple[Button, ...]:
    named = tuple(Button(words(topic.question), f"faq/{topic.id}") for topic in topics)
    return (*named, Button(t("questions.none_of_these"), "faq/none"))


def _answered(
    turn: Turn, text: str, topics: Sequence[Topic], place: Place | None = None
) -> Outcome:
    """An answer to each of the topics; under the last, the way to say that it is not the one."""
    *before, last = (answer(turn, topic) for topic in topics)
    wrong = Button(t("questions.wrong"), f"{WRONG}{topics[0].id}")
    last = replace(last, buttons=(*last.buttons, wrong))
    outcome = answered_aside(turn, *before, last, place=place)
    return replace(outcome, answered=Answered(text, tuple(topic.id for topic in topics)))


def _wrong(turn: Turn, topic: str) -> Outcome:
    """It was not what they meant: the next likely ones, then a human. The staff learn from it."""
    asked = turn.last_answer
    if not asked.words or topic not in asked.topics:
        return entered(turn, "human")
    near = turn.contest.faq.decide(asked.words).near
    left = [turn.contest.pack.topics[n.label] for n in near if n.label not in asked.topics]
    offer = Reply(t("questions.wrong_offer"), (*_offered(left[:MOST_OFFERS]), HUMAN))
    return Outcome(
        turn.place,
        with_ways_on(turn, (offer,)),
        asked=(Asked("wrong", asked.words, topic),),
        unanswered=asked.words,
        answered=Answered(),
    )


def answer(turn: Turn, topic: Topic) -> Reply:
    pack = turn.contest.pack
    buttons = (*(_way_on(turn, name) for name in topic.next), *ways_to(pack, topic))
    advises = topic.status == "official" and "deadline.now" in used(topic.answer)
    note = deadline_note(pack) if advises else cited(pack, topic)
    return Reply(told(turn, topic.answer), buttons, note=note)


def _way_on(turn: Turn, name: Screen) -> Button:
    """The menu's own words: who has no dossier yet is asked to make one."""
    if name == "dossier" and not turn.dossiers:
        return Button(t("menu.make_dossier"), SCREENS[name].token)
    return SCREENS[name]


def _refused(turn: Turn) -> Outcome:
    """None of the offered answers was right: the staff get the words."""
    if not turn.last_words:
        return entered(turn, "human")
    reply = Reply(paragraphs([t("questions.refused"), t("questions.kept")]))
    return Outcome(
        turn.place.elsewhere(),
        with_ways_on(turn, (reply,)),
        asked=(Asked("refused", turn.last_words),),
        unanswered="",
    )


def human_talk() -> Talk:
    title = t("human.title")
    ask = Reply(t("human.ask"), (MENU,))
    step = Step("question", title, lambda _: ask, _words_or_files, free=True)
    dialog = Dialog("human", (step,))
    return Talk(title, dialog, _handed_over, open_from_start=True, for_questions=True)


def _words_or_files(held: Json | None, did: Input) -> Taken:
    """A picture says what words cannot; the staff see the files of the chat."""
    match did:
        case Sent(caption=caption):
            return Done(caption.strip()[:LONGEST_QUESTION])
    return own_words(LONGEST_QUESTION)(held, did)


async def human(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("human/open"):
            outcome = entered(turn, "human")
            if not turn.last_words:
                return outcome
            *before, last = outcome.replies
            send_last = Button(t("human.send_last"), "human/last")
            return replace(outcome, replies=(*before, replace(last, buttons=(send_last, MENU))))
        case Pressed("human/last") if turn.last_words:
            return _handed_over(turn, Answers({"question": turn.last_words}))
    return None


def _handed_over(turn: Turn, answers: Answers) -> Outcome:
    text = str(answers["question"])
    near = turn.contest.faq.decide(text).topics
    reply = Reply(t("human.kept"))
    outcome = closing(turn, "human", Answers(), reply)
    asked = Asked("human", text, near[0].id if near else None)
    return replace(outcome, asked=(asked,), unanswered="")
