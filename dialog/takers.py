"""Ready ways to take an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialog.event import Input, Pressed, Said, Sent
from dialog.place import Json
from dialog.reply import Button, Reply, Text, t
from dialog.step import Done, More, NotMine, Refused, Take, Taken


def words(longest: int) -> Take:
    """Words of the person's own, up to `longest` letters."""

    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Said(text) if 0 < len(text.strip()) <= longest:
                return Done(text.strip())
            case Said(text) if text.strip():
                return Refused(t("dialog.too_long", most=longest, sent=len(text.strip())))
        return NotMine()

    return take


def number(low: float, high: float) -> Take:
    """A number from `low` to `high`, with a comma or a point."""

    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Said(text):
                try:
                    value = float(text.replace(",", ".").split()[0])
                except (ValueError, IndexError):
                    return NotMine()
                if low <= value <= high:
                    return Done(value)
                return Refused(t("dialog.number_range", low=f"{low:g}", high=f"{high:g}"))
        return NotMine()

    return take


def choice(options: Sequence[str]) -> Take:
    """One of the buttons. What is typed instead has become a press before it comes here."""

    def take(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(picked) if picked in options:
                return Done(picked)
        return NotMine()

    return take


def _pages_buttons(step: str) -> tuple[Button, Button]:
    return (
        Button(t("dialog.pages_enough"), f"{step}/enough"),
        Button(t("dialog.pages_again"), f"{step}/again"),
    )


def pages_so_far(step: str, title: Text) -> Callable[[Json], Reply]:
    """How a step of `pages` asks again while some have come: with the way to say «that is all»."""
    buttons = _pages_buttons(step)
    return lambda held: Reply(t("dialog.pages_got", title=title, n=len(held)), buttons)


def pages(step: str, title: Text, least: int = 1, most: int = 10) -> Take:
    """Photos or documents, one after another or as an album, until «that is all».

    The value is a list of files, each named by its hash; the same page twice is one page.
    """
    buttons, key = _pages_buttons(step), f"pages/{step}"

    def take(held: Json | None, did: Input) -> Taken:
        have: list[str] = list(held or [])
        match did:
            case Sent(files=files):
                have += [f.file for f in files if f.file not in have]
                if len(have) > most:
                    full = t("dialog.pages_full", title=title, most=most)
                    return More(have[:most], Reply(full, buttons, key=key))
                if most == 1:
                    return Done(have)
                got = t("dialog.pages_got", title=title, n=len(have))
                return More(have, Reply(got, buttons, key=key))
            case Pressed("enough") if len(have) >= least:
                return Done(have)
            case Pressed("enough"):
                return Refused(t("dialog.pages_few", title=title, least=least))
            case Pressed("again"):
                return More([], Reply(t("dialog.pages_restart", title=title), key=key))
        return NotMine()

    return take
