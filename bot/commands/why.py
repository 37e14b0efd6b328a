"""Which evidence decided, in words: for whoever wonders at an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from contest.faq.answer import Decision, Faq
from contest.faq.certainty import counts, evidence, outsider, ranked
from contest.faq.model import Reading
from contest.faq.normalise import fold
from dialog.reply import Text, lines, t

MOST_TOPICS = 3
MOST_FEATURES = 8

_EVIDENCE: dict[str, Text] = {
    "likely": t("why.likely"),
    "margin": t("why.margin"),
    "outside": t("why.outside"),
    "foreign": t("why.foreign"),
    "alike": t("why.alike"),
    "beside": t("why.like_others"),
    "rival": t("why.rival"),
    "covered": t("why.covered"),
    "known": t("why.known"),
    "few": t("why.few"),
}
_KINDS: dict[str, Text] = {
    "answer": t("why.answer"),
    "offer": t("why.offer"),
    "decline": t("why.decline"),
}


def why(faq: Faq, text: str) -> Iterator[Text]:
    """Paragraph by paragraph."""
    decision = faq.decide(text)
    yield _decided(faq, decision)
    if not decision.near:
        yield t("why.nothing")
        return
    reading = faq.read(text)
    yield lines([t("why.near"), *(t("list.item", item=near) for near in _nearest(reading))])
    yield _features(faq, reading)
    beside = outsider(reading)
    yield t(
        "why.beside", chance=_percent(beside.score), example=beside.example or "-",
        alike=_percent(beside.alike), threshold=_percent(faq.thresholds.outside),
    )  # fmt: skip
    yield _weighed(faq, reading, text)


def _decided(faq: Faq, decision: Decision) -> Text:
    said = t(
        "why.decided",
        kind=_KINDS[decision.kind],
        topics=", ".join(topic.id for topic in decision.topics) or "-",
        score=_percent(decision.score),
        answer=_percent(faq.thresholds.answer),
        offer=_percent(faq.thresholds.offer),
    )
    parts = [t("why.part", part=decision.part)] if decision.part else []
    return lines([said, *parts])


def _nearest(reading: Reading) -> Iterator[Text]:
    for near in ranked(reading)[:MOST_TOPICS]:
        yield t(
            "why.topic", topic=near.label, chance=_percent(near.score),
            example=near.example, alike=_percent(near.alike),
        )  # fmt: skip


def _features(faq: Faq, reading: Reading) -> Text:
    topic = ranked(reading)[0].label
    named = [
        t("why.feature", feature=_readable(name), weight=f"{weight:+.2f}")
        for name, weight in faq.model.strongest(reading.vector, topic, MOST_FEATURES)
    ]
    return lines(
        [t("why.features", topic=topic), *(t("list.item", item=feature) for feature in named)]
    )


def _weighed(faq: Faq, reading: Reading, text: str) -> Text:
    """Each piece of evidence with its value and what it counts, the heaviest first."""
    seen = evidence(reading, len(fold(text).split()))
    counted = counts(seen, faq.certainty)
    parts = [(name, value, counted[name]) for name, value in asdict(seen).items()]
    parts.sort(key=lambda part: -abs(part[2]))
    named = [
        t("why.weight", name=_EVIDENCE[name], value=f"{value:.2f}", weight=f"{weight:+.2f}")
        for name, value, weight in parts
    ]
    return lines([t("why.weighed"), *(t("list.item", item=part) for part in named)])


def _readable(feature: str) -> str:
    """«~_han» is a piece of a word, «=hạn» a word with its accents."""
    if feature.startswith("~"):
        return f"…{feature[1:].replace('_', ' ').strip()}…"
    return feature.removeprefix("=")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
