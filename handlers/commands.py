"""Words that work as buttons, and what a typed answer means on the screen it was typed at.

These are words people type, in any spelling; what people read is in `locales/`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from contest.faq.normalise import fold
from dialog.event import Input, Pressed, Said
from handlers.turn import Shown

# At every moment, even where any words would be an answer.
ALWAYS: dict[str, tuple[str, ...]] = {
    "menu/start": ("start", "bat dau", "help", "tro giup"),
    "menu/open": ("menu", "danh muc", "trang chu", "quay lai menu"),
    "continue/go": ("tiep tuc", "tiep", "lam tiep", "continue", "go on"),
    "human/open": (
        "gap can bo", "can bo", "gap nguoi that", "noi chuyen voi can bo", "human", "staff",
    ),
    "lang/en": ("english", "tieng anh"),
    "lang/vi": ("tieng viet", "vietnamese"),
}  # fmt: skip

# Where the screen does not ask for words of one's own.
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "timeline/show": ("lich", "lich thi", "lich trinh", "moc thoi gian", "timeline"),
    "fields/list": ("linh vuc", "cac linh vuc", "fields"),
    "find/open": ("khong biet chon", "khong biet chon linh vuc", "chon linh vuc"),
    "eligibility/open": ("dieu kien", "kiem tra dieu kien", "eligibility"),
    "checklist/open": ("ho so", "ho so gom gi", "checklist"),
    "helpers/open": ("ai giup", "ai giup toi", "lien he", "contact"),
    "menu/hello": (
        "chao", "xin chao", "chao ban", "chao em", "chao bot", "alo", "hello", "hi", "e",
    ),
    "menu/thanks": (
        "cam on", "cam on ban", "cam on em", "xin cam on", "cam on nhieu", "cam on a", "ok", "oke",
        "duoc roi", "the thoi", "thank you", "thanks", "tks",
    ),
}  # fmt: skip

_ALWAYS = {spelling: token for token, spellings in ALWAYS.items() for spelling in spellings}
_ELSEWHERE = {spelling: token for token, spellings in ELSEWHERE.items() for spelling in spellings}
SHORTEST_SLIP = 5  # letters; of shorter words, one letter more is another word
ALIKE = 88  # of 100
_NUMBER = re.compile(r"(?:so |nut )?(\d{1,2})")


def meant(did: Input, shown: Sequence[Sequence[Shown]], *, free: bool) -> Input:
    """What was typed, as the press it stands for, if it stands for one.

    `shown`: the buttons of the last messages, the newest first; numbers count in the newest.
    `free`: the screen asks for the person's own words, so only an exact label is a press.
    """
    if not isinstance(did, Said):
        return did
    typed = fold(did.text)
    if not typed:
        return did
    for button in (b for buttons in shown for b in buttons):
        if typed == fold(button.label):
            return Pressed(button.token)
    if typed in _ALWAYS:
        return Pressed(_ALWAYS[typed])
    if free:
        return did
    newest = shown[0] if shown else ()
    if (number := _NUMBER.fullmatch(typed)) and 1 <= int(number[1]) <= len(newest):
        return Pressed(newest[int(number[1]) - 1].token)
    if typed in _ELSEWHERE:
        return Pressed(_ELSEWHERE[typed])
    return _misspelt(typed, newest) or did


def _misspelt(typed: str, buttons: Sequence[Shown]) -> Pressed | None:
    """A label with a slip of the finger in it, if it can be no other."""
    if len(typed) < SHORTEST_SLIP:
        return None
    alike = [b for b in buttons if fuzz.ratio(typed, fold(b.label)) >= ALIKE]
    return Pressed(alike[0].token) if len(alike) == 1 else None
