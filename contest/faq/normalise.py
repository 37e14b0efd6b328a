"""Bring what people type to one form: without accents, case, marks and doubled letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORDS = re.compile(r"[^0-9a-z]+")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARK = re.compile(f"[{_MARKS}]+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]+")
_NOT_WRITTEN = re.compile(f"[^0-9a-zđ{_MARKS}]+")
_ACCENT = re.compile(f"[đ{_MARKS}]")


def fold(text: str) -> str:
    """«Hạn nộp Hồ-sơ?» → «han nop ho so». Works for composed and decomposed letters alike."""
    plain = _MARK.sub("", _apart(text)).replace("đ", "d")
    return _NOT_WORDS.sub(" ", plain).strip()


def with_accents(text: str) -> str:
    """Like `fold`, but the accents stay, wherever in the syllable the tone was put: hoà = hòa."""
    words = _NOT_WRITTEN.sub(" ", _apart(text)).split()
    return " ".join(_TONE.sub("", word) + "".join(_TONE.findall(word)) for word in words)


def has_accents(text: str) -> bool:
    return bool(_ACCENT.search(_apart(text)))


def _apart(text: str) -> str:
    """In small letters, each with its marks after it."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFD", text.casefold())


_ASKING = (
    "bao gio", "khi nao", "luc nao", "ngay nao", "hom nao", "may gio", "thang may", "o dau",
    "cho nao", "noi nao", "lam sao", "lam the nao", "the nao", "ra sao", "vi sao", "tai sao",
    "bao nhieu", "bao lau", "may bo", "may ban", "may nguoi", "may ngay", "may nam", "la gi",
    "cai gi", "nhung gi", "can gi", "la ai", "nhung ai", "ai duoc", "ai giup", "ai cham",
    "hoi ai", "co duoc", "co phai", "co can", "co mat", "co bat buoc", "duoc khong", "dc k",
    "dc ko", "duoc k", "phai khong", "khong a", "chua a", "cho hoi", "xin hoi", "hoi chut",
    "what", "when", "where", "who", "how", "can i", "do i", "is it",
)  # fmt: skip


def asks(text: str) -> bool:
    """Does it look like a question? People often leave the question mark out."""
    return text.rstrip().endswith(("?", "？")) or _says(fold(text), _ASKING)


def _says(folded: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in f" {folded} " for phrase in phrases)
