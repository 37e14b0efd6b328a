"""A small dialog of an invented office, and a person who goes through it. No contest in sight."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from dialog.engine import advance, asking
from dialog.event import Attachment, Pressed, Said, Sent
from dialog.place import Answers, Given, Json, Place
from dialog.reply import Button, Reply, T, Words, t, verbatim
from dialog.step import Dialog, Done, NotMine, Step, Taken
from dialog.takers import choice, number, pages, pages_so_far, words

NAME = "farm"


def text_of(reply: Reply) -> str:
    match reply.text:
        case T(key, params):
            return f"{key} {' '.join(str(v) for _, v in params)}".strip()
        case Words(by_lang, _):
            return by_lang[0][1]
    raise AssertionError(reply.text)


def said(text: str) -> Words:
    return Words((("", text),))


def ask(text: str, *buttons: Button) -> Callable[[Given], Reply]:
    return lambda _: Reply(said(text), buttons)


def upload(name: str, title: str, most: int) -> Step:
    return Step(
        name,
        said(title),
        ask(f"Photos of: {title}"),
        pages(name, said(title), 1, most),
        pages_so_far(name, said(title)),
        still_good=lambda value: isinstance(value, list) and len(value) <= most,
    )


def review(steps: Sequence[Step]) -> Step:
    def show(given: Given) -> Reply:
        edits = tuple(
            Button(said(f"Change {s.name}"), f"{s.name}/edit") for s in steps if s.applies(given)
        )
        return Reply(said("Is this right?"), (Button(said("Send it"), "review/yes"), *edits))

    def take(_: Json | None, did: object) -> Taken:
        return Done(True) if did == Pressed("yes") else NotMine()

    return Step("review", said("Review"), show, take, seal=True)


LAND = ("land", "Land certificate", 5)
CARD = ("card", "Membership card", 1)


def build(
    items: Sequence[tuple[str, str, int]] = (LAND,), *, crop: bool = False, renamed: bool = False
) -> Dialog:
    """A release of the dialog. `crop` asks one thing more, `renamed` calls the area hectares."""
    name = Step("name", said("Name"), ask("Your name?"), words(100), free=True)
    crops = Step(
        "crop",
        said("Crop"),
        ask(
            "What do you grow?", Button(said("Rice"), "crop/rice"), Button(said("Tea"), "crop/tea")
        ),
        choice(("rice", "tea")),
    )
    area = (
        Step("hectares", said("Area"), ask("How many hectares?"), number(0.01, 9999), was=("area",))
        if renamed
        else Step("area", said("Area"), ask("How many hectares?"), number(0.01, 9999))
    )
    body = (name, *((crops,) if crop else ()), *(upload(*i) for i in items), area)
    return Dialog(NAME, (*body, review(body)))


class Talk:
    """A person in one dialog. Everything kept goes through JSON between any two messages."""

    def __init__(self, dialog: Dialog) -> None:
        self.dialog = dialog
        self.place = Place(dialog=NAME)
        self.answers = Answers()
        self.seen: list[Reply] = []
        self.finished = False
        moved = asking(dialog, self.place, self.answers)
        self._keep(moved.place, moved.answers)
        self.seen.extend(moved.replies)

    def _keep(self, place: Place, answers: Answers) -> None:
        self.place = Place.from_json(json.loads(json.dumps(place.to_json())))
        self.answers = Answers.from_json(json.loads(json.dumps(answers.to_json())))

    def do(self, did: Said | Pressed | Sent) -> list[str]:
        """What was said in answer; empty if it was no answer to anything here."""
        moved = advance(self.dialog, self.place, self.answers, did)
        if moved is None:
            return []
        self._keep(moved.place, moved.answers)
        self.finished = moved.finished
        self.seen.extend(moved.replies)
        return [text_of(reply) for reply in moved.replies]

    def say(self, text: str) -> list[str]:
        return self.do(Said(text))

    def photos(self, *names: str, group: str | None = None) -> list[str]:
        """Each photo is its own event, as messengers deliver an album."""
        replies = []
        for name in names:
            replies += self.do(Sent((Attachment("photo", name),), group=group))
        return replies

    def token(self, label: str) -> str:
        for reply in reversed(self.seen):
            for button in reply.buttons:
                if button.label in (said(label), t(label), verbatim(label)):
                    return button.token
        raise AssertionError(f"no button {label!r}")

    def press(self, label: str) -> list[str]:
        return self.do(Pressed(self.token(label)))

    @property
    def last(self) -> str:
        return text_of(self.seen[-1])

    @property
    def given(self) -> dict[str, Json]:
        return dict(self.answers.given)
