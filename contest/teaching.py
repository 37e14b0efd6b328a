"""What staff teach the questions and answers: another phrasing of a topic, or a new topic. Pure.

The rules of the pack hold for it as well: an answer has a source and a status, and what is official
stands in a document. Who proposed it keeps it in the pack's own form, so that a next release of the
pack can take it over; what the pack has already is not added again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from contest.faq.normalise import fold
from contest.masking import masked
from contest.pack import Pack, Source, Topic, Words
from contest.proposals import NoLongerFits, Proposal

Json = Any

MOST_QUESTION = 60  # letters: it stands on a button
LEAST_ANSWER, MOST_ANSWER = 20, 320  # letters
MOST_PHRASING = 300  # letters
LEAST_WORDS = 2  # of a phrasing: one word is near to much and means little
LEAST_PHRASINGS = 3  # of a new topic
_PREFIX = "hoc-"  # of the ids of new topics


@dataclass(frozen=True, slots=True)
class Teaching:
    """`topic`: whose phrasings these are; `new`: the topic itself, if it is a new one.

    `questions`: numbers of the questions of people that it answers.
    """

    phrasings: tuple[str, ...]
    topic: str
    new: Topic | None = None
    questions: tuple[int, ...] = ()

    @property
    def detail(self) -> dict[str, Json]:
        """As a proposal keeps it."""
        return {
            "phrasings": list(self.phrasings),
            "topic": self.topic,
            "new": msgspec.to_builtins(self.new) if self.new else None,
            "questions": list(self.questions),
        }

    @classmethod
    def of(cls, detail: Mapping[str, Json]) -> Teaching:
        new = detail["new"]
        return cls(
            tuple(detail["phrasings"]),
            detail["topic"],
            msgspec.convert(new, Topic) if new else None,
            tuple(detail["questions"]),
        )


def new_id(question: str) -> str:
    """Of a new topic: the same question is the same topic, in every installation."""
    return _PREFIX + hashlib.sha256(fold(question).encode()).hexdigest()[:8]


def plain(text: str) -> str:
    """In one line, and without what means something in the pack's files: facts stand in braces
    there, and a line that begins with # or [ is no phrasing."""
    said = " ".join(text.split()).replace("{", "(").replace("}", ")")
    return said.lstrip("#[ ")


def answer_text(text: str) -> str:
    """The same of an answer, which may have several lines."""
    rows = (" ".join(line.split()) for line in text.strip().splitlines())
    return "\n".join(row for row in rows if row).replace("{", "(").replace("}", ")")


def wrong_with(pack: Pack, teaching: Teaching) -> str | None:
    """Why it cannot be taught, in a word; None: it can. The rules are those of the pack's files.

    topic: there is no such topic; phrasings: too few, or empty; personal: somebody's data is in
    them; source: there is none, or no document of the pack; official: no document says so; text:
    the question or the answer is too long, too short, or names facts.
    """
    new = teaching.new
    if new is None and teaching.topic not in pack.topics:
        return "topic"
    least = LEAST_PHRASINGS if new else 1
    folded = {fold(text) for text in teaching.phrasings}
    if "" in folded or len(folded) < least:
        return "phrasings"
    if any(masked(text) != text for text in teaching.phrasings):
        return "personal"
    return _wrong_with_topic(pack, new) if new else None


def _wrong_with_topic(pack: Pack, new: Topic) -> str | None:
    documents = [pack.documents.get(source.document) for source in new.sources]
    days = [source.day for source, d in zip(new.sources, documents, strict=True) if d and d.answers]
    if not documents or None in documents or None in days:
        return "source"
    if new.status == "official" and all(d is not None and d.answers for d in documents):
        return "official"
    texts = [*new.question.values(), *new.answer.values()]
    if any("{" in text or "}" in text or not text.strip() for text in texts):
        return "text"
    if any(len(text) > MOST_QUESTION for text in new.question.values()):
        return "text"
    if any(not LEAST_ANSWER <= len(text) <= MOST_ANSWER for text in new.answer.values()):
        return "text"
    return None


def taught(pack: Pack, proposal: Proposal) -> Pack:
    """The pack with what was proposed. Raises NoLongerFits."""
    return with_taught(pack, Teaching.of(proposal.detail))


def with_taught(pack: Pack, teaching: Teaching) -> Pack:
    """The pack with it. Raises NoLongerFits for a topic or a document that is no more."""
    if teaching.new is not None and teaching.topic not in pack.topics:
        new = _in_every_language(pack, teaching.new)
        pack = replace(
            pack,
            topics={**pack.topics, new.id: new},
            phrasings={**pack.phrasings, new.id: ()},
        )
    found = wrong_with(pack, teaching)
    if teaching.topic not in pack.topics or found is not None:
        raise NoLongerFits(found or "topic")
    return _with_phrasings(pack, teaching)


def _with_phrasings(pack: Pack, teaching: Teaching) -> Pack:
    added = not_there(pack, teaching)
    if not added:
        return pack
    here = pack.phrasings[teaching.topic]
    return replace(pack, phrasings={**pack.phrasings, teaching.topic: (*here, *added)})


def not_there(pack: Pack, teaching: Teaching) -> tuple[str, ...]:
    """The phrasings that its topic does not have yet."""
    here = {fold(text) for text in pack.phrasings.get(teaching.topic, ())}
    added: dict[str, str] = {}
    for text in teaching.phrasings:
        if (said := fold(text)) and said not in here:
            added.setdefault(said, text)
    return tuple(added.values())


def _in_every_language(pack: Pack, topic: Topic) -> Topic:
    """What was written in one language is said in it to everybody: better than nothing."""
    return msgspec.structs.replace(
        topic,
        question=_whole(pack, topic.question),
        answer=_whole(pack, topic.answer),
        caveat=_whole(pack, topic.caveat) if topic.caveat else None,
    )


def _whole(pack: Pack, text: Words) -> Words:
    first = next(iter(text.values()))
    return {lang: text.get(lang, first) for lang in pack.languages}


def sources(document: str, section: str) -> tuple[Source, ...]:
    return (Source(document=document, section=section),)


# --- for the next release of the pack ------------------------------------------------------------


def left_to_release(pack: Pack, done: Iterable[Teaching]) -> list[Teaching]:
    """Of what was taught, what the pack of this release does not have."""
    found = []
    for teaching in done:
        new = teaching.new if teaching.topic not in pack.topics else None
        phrasings = not_there(pack, teaching)
        if new or phrasings:
            found.append(replace(teaching, new=new, phrasings=phrasings))
    return found


def as_topics(done: Iterable[Teaching]) -> str:
    """The new topics as a file of the pack's `faq/`, in TOML."""
    topics = {teaching.topic: teaching.new for teaching in done if teaching.new}
    return "\n".join(_topic(topic) for topic in topics.values())


def as_phrasings(done: Iterable[Teaching]) -> str:
    """The phrasings as a file of the pack's `faq/phrasings/`: one voice more."""
    found: dict[str, dict[str, str]] = {}
    for teaching in done:
        for text in teaching.phrasings:
            found.setdefault(teaching.topic, {}).setdefault(fold(text), text)
    return "\n".join(
        f"[{topic}]\n" + "".join(f"{text}\n" for text in texts.values())
        for topic, texts in found.items()
    )


def _topic(topic: Topic) -> str:
    return "".join(f"{line}\n" for line in ("[[topic]]", *_rows(topic)))


def _rows(topic: Topic) -> Iterator[str]:
    yield f"id = {_quoted(topic.id)}"
    for name, text in (("question", topic.question), ("answer", topic.answer)):
        yield from _in_languages(name, text)
    yield f"status = {_quoted(topic.status)}"
    cited = ", ".join(
        f"{{ document = {_quoted(s.document)}, section = {_quoted(s.section)} }}"
        for s in topic.sources
    )
    yield f"sources = [{cited}]"
    if topic.caveat:
        yield from _in_languages("caveat", topic.caveat)
    if topic.next:
        yield f"next = [{', '.join(_quoted(name) for name in topic.next)}]"


def _in_languages(name: str, text: Words) -> Iterator[str]:
    for lang, said in text.items():
        yield f"{name}.{lang} = {_quoted(said)}"


def _quoted(text: str) -> str:
    """A string of JSON is one of TOML, but for one letter that nobody types."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
