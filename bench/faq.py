"""The FAQ: how often it is right, how fast, how large; and the same of plainer ways.

Right is measured without looking. Some voices are left out, and all that was learnt from the
others, thresholds too (found among those others alone), has to answer them; each voice once.
Out-of-scope lines are left out the same way, neighbours together.

    python -m bench.faq [groups | questions.jsonl]

`groups`: so many times some voices are left out; as many as there are voices, each is left out
alone. A file of questions by other people may be given: a line {"text": …, "topic": … or null,
"style": …} each. It is answered by what is shipped, and nothing is ever chosen by it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import faq_baselines
from bench.timing import percentile, table
from contest.faq.answer import Decision, Faq, on_the_buttons
from contest.faq.calibration import Phrasings, calibrated, without
from contest.faq.model import Model
from contest.fields import field_examples
from contest.pack import Pack
from contest.reading import by_voice, folder_of, load

PACK = "lang-son-9"
OUTSIDE = "out of scope"
GROUPS = 6
BASELINES_ASKED = 10  # every tenth question: the plainer ways are slow
HEADING = ("", "questions", "right at once %", "wrong at once %", "right or offered %",
           "likeliest right %", "declined %")  # fmt: skip


@dataclass
class Count:
    """What became of the questions of one style."""

    asked: int = 0
    right: int = 0
    wrong: int = 0
    offered: int = 0
    first: int = 0
    declined: int = 0

    def add(self, topic: str | None, decision: Decision) -> None:
        named = [found.id for found in decision.topics]
        answers = decision.kind == "answer"
        self.asked += 1
        self.right += answers and topic in named
        self.wrong += answers and topic not in named
        self.offered += decision.kind == "offer" and topic in named
        self.declined += decision.kind == "decline"
        self.first += bool(decision.near) and decision.near[0].label == topic

    def __add__(self, other: Count) -> Count:
        return Count(**{name: getattr(self, name) + getattr(other, name) for name in vars(self)})

    def row(self, name: str) -> tuple[object, ...]:
        shares = (self.right, self.wrong, self.right + self.offered, self.first, self.declined)
        return (name, self.asked, *(100 * share / max(self.asked, 1) for share in shares))


def left_out(
    pack: Pack, voices: Mapping[str, Phrasings], groups: int
) -> Iterator[tuple[Sequence[str], Pack, Sequence[str]]]:
    """(voices left out, a pack that has never seen them, out-of-scope lines it has not seen)."""
    always = on_the_buttons(pack)
    names, lines = sorted(voices), pack.out_of_scope
    for number in range(groups):
        unseen = names[number::groups]
        rest = without(voices, unseen)
        first, end = (len(lines) * n // groups for n in (number, number + 1))
        outside = (*lines[:first], *lines[end:])
        found = calibrated(rest, always, outside)
        known = {
            topic: tuple(text for said in rest.values() for text in said.get(topic, ()))
            for topic in pack.topics
        }
        seen = replace(pack, phrasings=known, out_of_scope=outside,
                       thresholds=found.thresholds, certainty=found.certainty)  # fmt: skip
        yield unseen, seen, lines[first:end]


def quality(groups: int) -> None:
    pack = load(PACK)
    voices = by_voice(folder_of(PACK), "faq/phrasings", pack.topics)
    counts: dict[str, Count] = defaultdict(Count)
    plain: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for unseen, seen, outside in left_out(pack, voices, groups):
        faq = Faq(seen)
        questions = [
            (topic, voice, text)
            for voice in unseen
            for topic, texts in voices[voice].items()
            for text in texts
        ]
        for topic, voice, text in questions:
            counts[voice].add(topic, faq.decide(text))
        for text in outside:
            counts[OUTSIDE].add(None, faq.decide(text))
        some = questions[::BASELINES_ASKED]
        for name, found in faq_baselines.ranked(seen, [text for _, _, text in some]):
            plain[name] += [
                (topics[:1] == [topic], topic in topics[:3])
                for (topic, _, _), topics in zip(some, found, strict=True)
            ]
    _show("FAQ: voices answered by the others, thresholds and all", counts)
    asked = len(next(iter(plain.values())))
    rows: list[tuple[object, ...]] = [(f"{asked} of them", "first right %", "among three %")]
    for name, hits in plain.items():
        rows.append((name, *(100 * sum(hit[n] for hit in hits) / len(hits) for n in (0, 1))))
    table("Baselines: which topic comes first", rows)


def _show(title: str, counts: Mapping[str, Count]) -> None:
    inside = sum((count for name, count in counts.items() if name != OUTSIDE), Count())
    rows: list[tuple[object, ...]] = [HEADING]
    rows += [count.row(name) for name, count in sorted(counts.items()) if name != OUTSIDE]
    rows.append(inside.row("all in scope"))
    if OUTSIDE in counts:
        rows.append(counts[OUTSIDE].row(OUTSIDE))
    table(title, rows)


def by_others(path: Path) -> None:
    """Questions of other people, answered by what is shipped."""
    pack = load(PACK)
    faq = Faq(pack)
    counts: dict[str, Count] = defaultdict(Count)
    strange = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        topic = row.get("topic", row.get("intent"))
        if topic in (None, "", "oos"):
            counts[OUTSIDE].add(None, faq.decide(row["text"]))
        elif topic in pack.topics:
            counts[row.get("style", "all")].add(topic, faq.decide(row["text"]))
        else:
            strange += 1
    _show(f"FAQ: {path.name}, by other people ({strange} of topics the pack has not)", counts)


def fields() -> None:
    """The field finder: each author's descriptions, by the others'."""
    pack = load(PACK)
    voices = by_voice(folder_of(PACK), "descriptions", [f.id for f in pack.fields])
    rows: list[tuple[object, ...]] = [("author left out", "descriptions", "first %", "two %")]
    total, first, second = 0, 0, 0
    for voice, described in voices.items():
        rest = without(voices, [voice])
        known = {
            f.id: tuple(text for said in rest.values() for text in said.get(f.id, ()))
            for f in pack.fields
        }
        model = Model.built(field_examples(replace(pack, field_descriptions=known)))
        near = [
            (field, [n.label for n in model.read(text).near])
            for field, texts in described.items()
            for text in texts
        ]
        one = sum(found[0] == field for field, found in near)
        two = sum(field in found[:2] for field, found in near)
        rows.append((voice, len(near), 100 * one / len(near), 100 * two / len(near)))
        total, first, second = total + len(near), first + one, second + two
    rows.append(("all", total, 100 * first / total, 100 * second / total))
    table("Fields: each author answered by the others", rows)


def _timed(calls: Iterable[str], faq: Faq) -> list[float]:
    """Milliseconds of this thread's processor, so that other programs do not count."""
    took = []
    for text in calls:
        began = time.thread_time()
        faq.decide(text)
        took.append((time.thread_time() - began) * 1000)
    return took


def speed() -> None:
    pack = load(PACK)
    texts = [text for texts in pack.phrasings.values() for text in texts][::5]
    rows: list[tuple[object, ...]] = [("what", "seconds", "MB")]
    with tempfile.TemporaryDirectory() as name:
        for what in ("learnt from the pack", "read from the file it was kept in"):
            before = _memory(name, ready=False)
            began = time.perf_counter()
            faq = Faq(pack, Path(name))
            seconds = time.perf_counter() - began
            rows.append((what, seconds, _memory(name, ready=True) - before))
        voices = by_voice(folder_of(PACK), "faq/phrasings", pack.topics)
        always = on_the_buttons(pack)
        began = time.perf_counter()
        calibrated(voices, always, pack.out_of_scope)
        rows.append(("thresholds found again", time.perf_counter() - began, "-"))
        table(f"FAQ of {sum(map(len, pack.phrasings.values()))} phrasings: ready to answer", rows)
    faq.decide(texts[0])
    ours = _timed(texts, faq)
    long = _timed([" ".join(texts[n : n + 12]) for n in range(0, len(texts) - 12, 12)], faq)
    base = faq_baselines.rapidfuzz_times(pack, texts[::10])
    table(
        "FAQ: one question",
        [
            ("what", "p50 ms", "p99 ms"),
            ("decide()", percentile(ours, 0.5), percentile(ours, 0.99)),
            ("decide(), stories of 12 phrasings", percentile(long, 0.5), percentile(long, 0.99)),
            ("baseline: rapidfuzz", percentile(base, 0.5), percentile(base, 0.99)),
        ],
    )


_ALONE = """
import sys, resource
from pathlib import Path
from contest.reading import load
import numpy
pack = load(sys.argv[1])
if sys.argv[3] == "ready":
    from contest.faq.answer import Faq
    faq = Faq(pack, Path(sys.argv[2])); faq.decide("hạn nộp là ngày nào")
print(int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6)
"""


def _memory(folder: str, *, ready: bool) -> float:
    """Megabytes at rest of a program that has the pack, with or without the FAQ ready."""
    made = [sys.executable, "-c", _ALONE, PACK, folder, "ready" if ready else "not"]
    return float(subprocess.run(made, check=True, capture_output=True, text=True).stdout)


def main(groups: int = GROUPS) -> None:
    speed()
    quality(groups)
    fields()


if __name__ == "__main__":
    if sys.argv[1:] and not sys.argv[1].isdigit():
        by_others(Path(sys.argv[1]))
    else:
        main(*map(int, sys.argv[1:]))
