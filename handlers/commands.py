"""Words that work as buttons, and what a typed answer means on the screen it was typed at.

These are words people type, in any spelling; what people read is in `locales/`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz

from contest.faq.normalise import fold
from dialog.event import Input, Pressed, Said
from handlers.turn import Shown

# At every moment, even where any words would be an answer.
ALWAYS: dict[str, tuple[str, ...]] = {
    "dossier/list": ("ho so cua toi", "xem ho so", "my dossiers"),
    "data/show": ("du lieu cua toi", "thong tin cua toi", "my data"),
    "news/show": ("tin", "bat tat tin", "news"),
    "news/off": (
        "khong nhan tin", "khong nhan tin nua", "khong muon nhan tin", "khong muon nhan tin nua",
        "dung gui tin", "dung gui tin nua", "dung nhan tin", "dung nhan tin nua", "tat tin",
        "tat nhan tin", "tat thong bao", "khong nhan thong bao", "khong nhan thong bao nua",
        "dung gui thong bao", "dung gui thong bao nua", "huy nhan tin", "no news", "no more news",
        "stop the news", "unsubscribe",
    ),
    "news/on": ("nhan tin lai", "bat tin", "bat thong bao", "nhan thong bao lai", "news on"),
    "menu/start": ("start", "bat dau", "help", "tro giup", "huong dan"),
    "menu/open": (
        "menu", "menu chinh", "danh muc", "trang chu", "man hinh chinh", "quay lai menu", "thoat",
        "thoat ra", "huy", "huy bo", "dung lai", "bo qua", "thoi khong lam nua", "cancel", "exit",
        "quit", "stop",
    ),
    "continue/go": ("tiep tuc", "tiep", "lam tiep", "continue", "go on"),
    "continue/again": ("lam lai tu dau", "lam lai", "bat dau lai", "start over", "start again"),
    "human/open": (
        "gap can bo", "can bo", "gap nguoi that", "nguoi that", "noi chuyen voi can bo",
        "hoi can bo", "nhan cho can bo", "gap nhan vien", "human", "staff", "talk to staff",
        "talk to a human", "ask the staff",
    ),
    "lang/en": ("english", "tieng anh"),
    "lang/vi": ("tieng viet", "vietnamese"),
    "menu/hello": (
        "chao", "xin chao", "chao ban", "chao em", "chao bot", "alo", "hello", "hi", "e", "da chao",
        "chao anh", "chao chi", "chao anh chi",
    ),
    "menu/thanks": (
        "cam on", "cam on ban", "cam on em", "cam on anh", "cam on chi", "xin cam on",
        "cam on nhieu", "ok", "oke", "okay", "uh", "duoc roi", "the thoi", "thank you", "thanks",
        "tks", "vang cam on", "ok cam on",
    ),
}  # fmt: skip

# Where the screen does not ask for words of one's own.
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "timeline/show": (
        "lich", "lich thi", "lich trinh", "moc thoi gian", "lich va han nop", "timeline",
        "dates", "dates and deadline",
    ),
    "fields/list": ("linh vuc", "cac linh vuc", "fields", "the fields"),
    "find/open": ("khong biet chon", "khong biet chon linh vuc", "chon linh vuc"),
    "eligibility/open": (
        "dieu kien", "kiem tra dieu kien", "toi co duoc du thi khong", "eligibility", "may i enter",
    ),
    "checklist/open": (
        "ho so", "ho so gom gi", "ho so gom nhung gi", "checklist", "what is in a dossier",
    ),
    "dossier/list": (
        "lam ho so", "lam ho so du thi", "nop ho so", "viet ho so", "dang ky", "dang ky du thi",
        "make a dossier",
    ),
    "helpers/open": ("ai giup", "ai giup toi", "lien he", "contact", "who helps me"),
}  # fmt: skip

# Where nothing is asked.
IDLE: dict[str, tuple[str, ...]] = {
    "news/off": ("stop",),
}

BACK = ("quay lai", "tro lai", "lui lai", "back", "go back")
YES = (
    "co", "phai", "dung", "dung roi", "dung vay", "phai roi", "vang", "vang dung", "da", "da dung",
    "da vang", "vang a", "u", "uh", "um", "ok", "yes", "yeah",
)  # fmt: skip
NO = ("khong", "khong phai", "ko", "k", "khong dung", "da khong", "sai", "sai roi", "chua", "no")

# What politeness puts around a command: «cho tôi gặp cán bộ với ạ».
_BEFORE = re.compile(
    r"^(?:(?:da|vang|thoi|a|oi|u|nay|please|xin|lam on|vui long|giup|giup toi|giup em|giup minh|"
    r"bot|anh|chi|em|ban|toi|minh|chau|bac|cho|muon|can|duoc|mo|ve|quay ve|quay lai|tro ve|xem|"
    r"vao|bam|i want to|i would like to|can i|let me|show me|open|see|go to) )+"
)
_AFTER = re.compile(
    r"(?: (?:a|nhe|nha|nhi|di|voi|giup|toi|em|minh|anh|chi|ban|bac|bot|ad|oi|nhieu|duoc khong|"
    r"dc khong|dc ko|please|roi))+$"
)

_ALWAYS = {spelling: token for token, spellings in ALWAYS.items() for spelling in spellings}
_IDLE = {spelling: token for token, spellings in IDLE.items() for spelling in spellings}
_ELSEWHERE = {spelling: token for token, spellings in ELSEWHERE.items() for spelling in spellings}
SHORTEST_SLIP = 5  # letters; of shorter words, one letter more is another word
ALIKE = 88  # of 100
_NUMBER = re.compile(r"(?:so |nut |cau )?(\d{1,2})")
# words that say nothing by themselves about which button is meant
_BARE = frozenset((
    "co", "khong", "ko", "chua", "roi", "da", "vang", "duoc", "phai", "la", "toi", "o", "a",
))  # fmt: skip


Screen = Literal["choice", "words", "other"]


def meant(did: Input, shown: Sequence[Sequence[Shown]], screen: Screen) -> Input:
    """What was typed, as the press it stands for, if it stands for one.

    `shown`: the buttons of the last messages, the newest first; numbers count in the newest.
    `screen`: does it ask for a choice, for words of one's own (then only what can be nothing else
    is a press), or for nothing?
    """
    if not isinstance(did, Said) or not (typed := fold(did.text)):
        return did
    if screen == "other" and typed in _IDLE:
        return Pressed(_IDLE[typed])
    newest = shown[0] if shown else ()
    # where words are asked for, what reads like a button further up is an answer: a name, say
    pressed = _at_any_screen(typed, shown[:1] if screen == "words" else shown, newest)
    if pressed is None and screen != "words":
        pressed = _number_of(typed, newest) or _commanded(typed, _ELSEWHERE) or _part(typed, newest)
        if pressed is None and screen == "other" and typed in YES + NO:
            return Pressed("menu/open")
    return Pressed(pressed) if pressed else did


def _at_any_screen(
    typed: str, shown: Sequence[Sequence[Shown]], newest: Sequence[Shown]
) -> str | None:
    if typed in BACK:
        return _ends_with(newest, "/back") or "continue/go"
    for button in (b for buttons in shown for b in buttons):
        if typed == fold(button.label):
            return button.token
    return _answered(typed, newest) or _commanded(typed, _ALWAYS)


def _answered(typed: str, newest: Sequence[Shown]) -> str | None:
    """«Vâng», «không phải» under a question of ours that waits for just that."""
    if typed in YES:
        return _ends_with(newest, "/yes")
    if typed in NO:
        return _ends_with(newest, "/no") or _ends_with(newest, "/none")
    return None


def _ends_with(buttons: Sequence[Shown], end: str) -> str | None:
    return next((b.token for b in buttons if b.token.endswith(end)), None)


def _commanded(typed: str, commands: dict[str, str]) -> str | None:
    if typed in commands:
        return commands[typed]
    bare = _AFTER.sub("", typed)
    return commands.get(bare) or commands.get(_BEFORE.sub("", bare))


def _number_of(typed: str, buttons: Sequence[Shown]) -> str | None:
    number = _NUMBER.fullmatch(typed)
    if number is None or not 1 <= int(number[1]) <= len(buttons):
        return None
    return buttons[int(number[1]) - 1].token


def _part(typed: str, buttons: Sequence[Shown]) -> str | None:
    """Some words of a label, if they stand in no other; or all, with a slip of the finger."""
    words = typed.split()
    if all(word in _BARE for word in words):
        alike = [b for b in buttons if len(words) == 1 and fold(b.label).split()[:1] == words]
    else:
        alike = [b for b in buttons if set(words) <= set(fold(b.label).split())]
    if len(alike) != 1 and len(typed) >= SHORTEST_SLIP:
        alike = [b for b in buttons if fuzz.ratio(typed, fold(b.label)) >= ALIKE]
    return alike[0].token if len(alike) == 1 else None
