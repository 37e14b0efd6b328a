"""The FAQ: how fast it decides, and how often it is right.

Right is measured without looking: the phrasings of one voice are left out, the rest have to answer
them, each voice in turn. Out-of-scope lines are left out the same way, a third at a time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process

from bench.timing import percentile, table
from contest.faq.answer import Faq
from contest.faq.normalise import fold
from contest.pack import Pack
from contest.reading import PACKS, load

PACK = "lang-son-9"


def voices(pack: Pack) -> dict[str, dict[str, tuple[str, ...]]]:
    """Each file of phrasings is one voice: topic -> its phrasings."""
    folder = PACKS / pack.id / "faq" / "phrasings"
    return {path.stem: _one_file(path, set(pack.topics)) for path in sorted(folder.glob("*.txt"))}


def _one_file(path: Path, topics: set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    here = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
            assert here in topics
        elif line.strip() and not line.startswith("#"):
            found.setdefault(here, []).append(line.strip())
    return {topic: tuple(lines) for topic, lines in found.items()}


def left_out() -> Iterator[tuple[str | None, str, str, Faq]]:
    """(right topic or None, its voice, the text, an FAQ that has never seen that voice)."""
    pack = load(PACK)
    said = voices(pack)
    for number, (voice, lines) in enumerate(said.items()):
        rest = {
            topic: tuple(p for v in said if v != voice for p in said[v].get(topic, ()))
            for topic in pack.topics
        }
        unseen = pack.out_of_scope[number % 3 :: 3]
        outside = tuple(line for line in pack.out_of_scope if line not in unseen)
        faq = Faq(replace(pack, phrasings=rest, out_of_scope=outside))
        for topic, phrasings in lines.items():
            yield from ((topic, voice, text, faq) for text in phrasings)
        if number < 3:
            yield from ((None, "out of scope", text, faq) for text in unseen)


def quality() -> None:
    counts: dict[str, dict[str, int]] = {}
    for topic, voice, text, faq in left_out():
        decision = faq.decide(text)
        row = counts.setdefault(
            voice, dict.fromkeys(("all", "right", "wrong", "offered", "first"), 0)
        )
        row["all"] += 1
        if decision.topic is not None:
            row["right" if decision.topic.id == topic else "wrong"] += 1
        elif topic in [offered.id for offered in decision.topics]:
            row["offered"] += 1
        row["first"] += bool(decision.near and decision.near[0].label == topic)
    in_scope = [row for voice, row in counts.items() if voice != "out of scope"]
    counts["all in scope"] = {key: sum(row[key] for row in in_scope) for key in in_scope[0]}
    rows: list[tuple[object, ...]] = [
        ("voice left out", "questions", "right at once %", "wrong at once %",
         "right or offered %", "nearest is right %")
    ]  # fmt: skip
    for voice, row in counts.items():
        right_or_offered = row["right"] + row["offered"]
        shares = (row["right"], row["wrong"], right_or_offered, row["first"])
        rows.append((voice, row["all"], *(100 * share / row["all"] for share in shares)))
    table("FAQ: each voice answered by the others (thresholds as shipped)", rows)


def speed() -> None:
    pack = load(PACK)
    began = time.perf_counter()
    faq = Faq(pack)
    built = time.perf_counter() - began
    texts = [p for phrasings in pack.phrasings.values() for p in phrasings][::7]
    ours, theirs = [], []
    everything = [fold(p) for phrasings in pack.phrasings.values() for p in phrasings]
    for text in texts:
        began = time.perf_counter()
        faq.decide(text)
        ours.append((time.perf_counter() - began) * 1000)
    for text in texts[::10]:
        began = time.perf_counter()
        process.extractOne(fold(text), everything, scorer=fuzz.token_set_ratio)
        theirs.append((time.perf_counter() - began) * 1000)
    p50, base = percentile(ours, 0.5), percentile(theirs, 0.5)
    table(
        f"FAQ: one question against {len(everything)} phrasings, built in {built:.2f} s",
        [
            ("what", "p50 ms", "p99 ms", "times the baseline's p50"),
            ("decide()", p50, percentile(ours, 0.99), p50 / base),
            ("baseline: rapidfuzz token_set_ratio", base, percentile(theirs, 0.99), 1.0),
        ],
    )


def main() -> None:
    speed()
    quality()
