"""The authors, asked one question at a time, as rows: name, birth year, place, phone, share.

What is held is {"rows": [author, …], "row": {author so far}, "ask": the next question}; the answer
is {"rows": […]}, with shares that make 100 and one who leads.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from contest.faq.normalise import fold
from contest.pack import DossierStep, Unit
from contest.units import unit_id
from dialog.event import Input, Pressed, Said
from dialog.place import Given, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Done, More, NotMine, Refused, Taken
from handlers.dossier.contents import Author

MOST_NAME, MOST_PLACE = 80, 160
OLDEST = 110  # years
GROWN = 16  # from that age on a person agrees by themselves
WHOLE = 100  # per cent
MOST_SHARES = 200  # letters of an answer that are looked at for shares
_YEAR = re.compile(r"(?<!\d)(\d{4}|\d\d)(?!\d)")
_PHONE = re.compile(r"\+?[\d\s.()-]{8,20}")
_DIGITS = range(9, 13)


@dataclass(frozen=True, slots=True)
class People:
    """The people of one dossier. `year`: of the deadline, against which age is told.

    `alone`: one person enters by themselves. `home`: of the chat; offered as anybody's place, never
    assumed.
    """

    step: DossierStep
    year: int
    alone: bool
    home: Unit | None = None

    def good(self, value: Json) -> bool:
        """Is it still an answer? Not if a group became one person."""
        return len(_rows(value)) == 1 or not self.alone

    def ask(self, given: Given) -> Reply:
        rows = _rows(given.get(self.step.id))
        if not rows:
            return Reply(paragraphs([words(self.step.ask), t("people.name_hint")]))
        listed = lines([t("people.have"), *(line(Author.from_json(r)) for r in rows)])
        again = Button(t("people.again"), f"{self.step.id}/again")
        if self.alone or len(rows) >= self.step.most:
            return Reply(listed, (again,))
        return Reply(listed, (Button(t("people.more"), f"{self.step.id}/more"), again))

    def again(self, held: Json) -> Reply:
        return self._question(held)

    def take(self, held: Json | None, did: Input) -> Taken:
        state: dict[str, Any] = {"rows": [], "row": {}, "ask": "name", **(held or {})}
        if did == Pressed("again"):
            return self._next({"rows": [], "row": {}, "ask": "name"})
        if did == Pressed("more"):
            return self._more(state)
        return _HEARING[state["ask"]](self, state, did)

    # --- the questions, and what follows from each answer ---

    def _question(self, state: Mapping[str, Any]) -> Reply:
        row, step = state["row"], self.step.id
        name = verbatim(row.get("name", ""))
        again = Button(t("people.again"), f"{step}/again")
        match state["ask"]:
            case "name" if state["rows"]:
                return Reply(paragraphs([t("people.next_name"), t("people.name_hint")]))
            case "name":
                return Reply(paragraphs([words(self.step.ask), t("people.name_hint")]))
            case "born":
                return Reply(t("people.born", name=name), (again,))
            case "place":
                return Reply(t("people.place", name=name), (*self._at_home(row), again))
            case "phone":
                no_phone = Button(t("people.no_phone"), f"{step}/nophone")
                return Reply(t("people.phone", name=name), (no_phone, again))
            case "guardian":
                return Reply(t("people.guardian", name=name))
            case "guardian_phone":
                return Reply(
                    t("people.guardian_phone"),
                    (Button(t("people.no_phone"), f"{step}/nophone"),),
                )
            case "enough":
                return self._enough(state)
            case "shares":
                return self._shares(state)
            case _:
                return self._lead(state)

    def _at_home(self, row: Mapping[str, Any]) -> tuple[Button, ...]:
        if self.home is None:
            return ()
        return (Button(verbatim(self.home.name), f"{self.step.id}/{_home_of(row, self.home)}"),)

    def _enough(self, state: Mapping[str, Any]) -> Reply:
        listed = [line(Author.from_json(r)) for r in state["rows"]]
        buttons = (
            Button(t("people.more"), f"{self.step.id}/more"),
            Button(t("people.enough"), f"{self.step.id}/enough"),
        )
        return Reply(lines([t("people.have"), *listed, t("people.more_ask")]), buttons)

    def _shares(self, state: Mapping[str, Any]) -> Reply:
        names = lines(_numbered(state["rows"]))
        example = " ".join(str(s) for s in _even(len(state["rows"])))
        return Reply(
            t("people.shares", names=names, example=example),
            (Button(t("people.even"), f"{self.step.id}/even"),),
        )

    def _lead(self, state: Mapping[str, Any]) -> Reply:
        buttons = tuple(
            Button(verbatim(row["name"]), f"{self.step.id}/lead-{row['id']}")
            for row in state["rows"]
        )
        return Reply(t("people.lead"), buttons)

    def _next(self, state: dict[str, Any]) -> More:
        return More(state, self._question(state))

    def _more(self, state: dict[str, Any]) -> Taken:
        """One more; of an old button: only if there is room, and nobody is half told."""
        if state["row"]:
            return self._next(state)
        if self.alone or len(state["rows"]) >= self.step.most:
            return NotMine()
        return self._next({"rows": state["rows"], "row": {}, "ask": "name"})

    # --- hearing ---

    def name(self, state: dict[str, Any], did: Input) -> Taken:
        if not isinstance(did, Said):
            return NotMine()
        said = _one_line(did.text)
        if len(said) > MOST_NAME:
            return Refused(t("people.name_long", most=MOST_NAME))
        if not any(letter.isalpha() for letter in said) or any(d.isdigit() for d in said):
            return Refused(t("people.name_wrong"))
        # until the list is done; an old button of another list must not mean this person
        row = {"id": _id_of(len(state["rows"]), said), "name": said}
        return self._next({**state, "row": row, "ask": "born"})

    def born(self, state: dict[str, Any], did: Input) -> Taken:
        if not isinstance(did, Said):
            return NotMine()
        found = None if "tuoi" in fold(did.text).split() else _YEAR.search(did.text)
        year = int(found[1]) if found else 0
        if found and len(found[1]) == 2:
            year += 2000 if year < self.year % 100 else 1900
        if not self.year - OLDEST <= year < self.year:
            return Refused(t("people.born_wrong"))
        row = {**state["row"], "born": year}
        return self._next({**state, "row": row, "ask": "place"})

    def place(self, state: dict[str, Any], did: Input) -> Taken:
        row = state["row"]
        # the button's number, typed, is the button: no place is called «1»
        if self.home and did in (Pressed(_home_of(row, self.home)), Said("1")):
            at_home = {"place": self.home.name, "unit": unit_id(self.home)}
            return self._next({**state, "row": {**row, **at_home}, "ask": "phone"})
        if not isinstance(did, Said) or not did.text.strip():
            return NotMine()
        said = _one_line(did.text)
        if len(said) > MOST_PLACE:
            return Refused(t("dialog.too_long", most=MOST_PLACE, sent=len(said)))
        if not any(letter.isalpha() for letter in said):
            return Refused(t("people.place_wrong"))
        return self._next({**state, "row": {**row, "place": said}, "ask": "phone"})

    def phone(self, state: dict[str, Any], did: Input) -> Taken:
        number = _phone(did)
        if number is None:
            return _no_phone(did)
        row = {**state["row"], "phone": number}
        # the year alone does not tell: whoever may still be 15 on the last day is asked
        if self.year - row["born"] <= GROWN:
            return self._next({**state, "row": row, "ask": "guardian"})
        return self._with_row(state, row)

    def guardian(self, state: dict[str, Any], did: Input) -> Taken:
        if not isinstance(did, Said) or not any(c.isalpha() for c in did.text):
            return NotMine()
        said = _one_line(did.text)
        if len(said) > MOST_NAME:
            return Refused(t("people.name_long", most=MOST_NAME))
        return self._next(
            {**state, "row": {**state["row"], "guardian": said}, "ask": "guardian_phone"}
        )

    def guardian_phone(self, state: dict[str, Any], did: Input) -> Taken:
        number = _phone(did)
        if number is None:
            return _no_phone(did)
        # nobody under that age agrees by chat: the guardian signs on paper
        return self._with_row(state, {**state["row"], "guardian_phone": number, "sign": "paper"})

    def _with_row(self, state: dict[str, Any], row: Row) -> Taken:
        rows = [*state["rows"], row]
        if self.alone or self.step.most == 1:
            return _done([{**row, "share": WHOLE, "lead": True}])
        if len(rows) >= self.step.most:
            return self._next({**state, "rows": rows, "row": {}, "ask": "shares"})
        return self._next({**state, "rows": rows, "row": {}, "ask": "enough"})

    def enough(self, state: dict[str, Any], did: Input) -> Taken:
        if did == Said("1"):  # the first of the two buttons, typed
            return self._more(state)
        if did not in (Pressed("enough"), Said("2")):
            return NotMine()
        if len(state["rows"]) == 1:
            return _done([{**state["rows"][0], "share": WHOLE, "lead": True}])
        return self._next({**state, "ask": "shares"})

    def shares(self, state: dict[str, Any], did: Input) -> Taken:
        match did:
            case Pressed("even"):
                numbers = _even(len(state["rows"]))
            case Said(text):
                numbers = [int(n) for n in re.findall(r"\d+", text[:MOST_SHARES])]
            case _:
                return NotMine()
        if len(numbers) != len(state["rows"]) or not all(0 < n <= WHOLE for n in numbers):
            return Refused(t("people.shares_count", n=len(state["rows"])))
        if sum(numbers) != WHOLE:
            return Refused(t("people.shares_sum", sum=sum(numbers)))
        rows = [{**row, "share": n} for row, n in zip(state["rows"], numbers, strict=True)]
        return self._next({**state, "rows": rows, "ask": "lead"})

    def lead(self, state: dict[str, Any], did: Input) -> Taken:
        ids = [row["id"] for row in state["rows"]]
        numbers = [str(n) for n in range(1, len(ids) + 1)]
        match did:
            case Pressed(picked):
                lead = picked.removeprefix("lead-")
            case Said(text) if text.strip() in numbers:
                lead = ids[numbers.index(text.strip())]
            case Said(text):
                lead = next((r["id"] for r in state["rows"] if fold(r["name"]) == fold(text)), "")
            case _:
                return NotMine()
        if lead not in ids:
            return NotMine()
        return _done([{**r, "lead": r["id"] == lead} for r in state["rows"]])


Row = dict[str, Any]
Hear = Callable[[People, dict[str, Any], Input], Taken]
_HEARING: Mapping[str, Hear] = {
    "name": People.name,
    "born": People.born,
    "place": People.place,
    "phone": People.phone,
    "guardian": People.guardian,
    "guardian_phone": People.guardian_phone,
    "enough": People.enough,
    "shares": People.shares,
    "lead": People.lead,
}


def _done(rows: list[Row]) -> Done:
    """Each row gets the name of what it says: who has agreed to one thing has not to another, nor
    has whoever stands in their place when the list is made anew."""
    told = ("name", "born", "place", "share")
    named = [{**r, "id": _id_of(n, *(r[key] for key in told))} for n, r in enumerate(rows)]
    return Done({"rows": named})


def _id_of(*said: str | int) -> str:
    return f"a{hashlib.sha256(repr(said).encode()).hexdigest()[:10]}"


def _home_of(row: Mapping[str, Any], home: Unit) -> str:
    """The button means this person at this place: an old one, of another or elsewhere, neither."""
    return f"home-{_id_of(row['id'], unit_id(home))}"


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _rows(value: Json) -> list[Row]:
    return list(value.get("rows", ())) if isinstance(value, Mapping) else []


def _numbered(rows: list[Row]) -> list[Text]:
    return [t("people.row", number=n, name=verbatim(r["name"])) for n, r in enumerate(rows, 1)]


def _even(n: int) -> list[int]:
    """Whole numbers that make 100: the first gets what is left over."""
    each, left = divmod(WHOLE, n)
    return [each + (1 if place < left else 0) for place in range(n)]


def _phone(did: Input) -> str | None:
    """Digits; "" for «no number»; None if it is neither."""
    match did:
        case Pressed("nophone"):
            return ""
        case Said(text) if fold(text).split()[:1] in (["khong"], ["ko"], ["k"], ["no"]):
            return ""  # «không có», «không nhớ số»
        case Said(text) if _PHONE.fullmatch(text.strip()):
            digits = re.sub(r"\D", "", text)
            return digits if len(digits) in _DIGITS else None
    return None


def _no_phone(did: Input) -> Taken:
    return Refused(t("people.phone_wrong")) if isinstance(did, Said) else NotMine()


def line(author: Author) -> Text:
    """«Nông Văn Thử, 1971, Xã Chi Lăng, 60%»"""
    known: list[Text] = [verbatim(author.name), verbatim(str(author.born)), verbatim(author.place)]
    if author.share is not None:
        known.append(verbatim(f"{author.share}%"))
    return t("list.item", item=Joined(tuple(known), ", "))
