"""advance(): one event against a table of 24 steps, all but one answered."""

from __future__ import annotations

import json

from bench.timing import per_second, table
from dialog.engine import advance
from dialog.event import Pressed
from dialog.place import Answers, Place
from dialog.reply import Button, Reply, verbatim
from dialog.step import Dialog, Step
from dialog.takers import choice

STEPS = 24


def _step(number: int) -> Step:
    name = f"step{number}"
    buttons = tuple(Button(verbatim(o), f"{name}/{o}") for o in ("yes", "no", "unsure"))
    return Step(
        name,
        verbatim(name),
        lambda _: Reply(verbatim("?"), buttons),
        choice(["yes", "no", "unsure"]),
    )


def main() -> None:
    dialog = Dialog("bench", tuple(_step(n) for n in range(STEPS)))
    answers = Answers({f"step{n}": "yes" for n in range(STEPS - 1)})
    place = Place("bench", f"step{STEPS - 1}")
    event = Pressed(f"bench:step{STEPS - 2}/no")
    assert advance(dialog, place, answers, event) is not None
    ours = per_second(lambda: advance(dialog, place, answers, event))
    as_json = per_second(lambda: json.loads(json.dumps(answers.to_json())))
    table(
        f"advance() on a table of {STEPS} steps",
        [
            ("what", "calls/s", "times the baseline"),
            ("advance()", ours, ours / as_json),
            ("baseline: the same answers through JSON once", as_json, 1.0),
        ],
    )
