"""Codes that are read over the phone: no O and 0, no I and 1, and a last letter that checks.

31 letters, a prime number: one wrong letter, or two letters swapped, never makes another good code.
"""

from __future__ import annotations

import re
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
DOSSIER, INVITATION = 6, 9  # letters, the checking one included; an invitation must not be guessed
DIGITS = 8  # the first so many letters of the alphabet
_GROUP = 3
FEWEST_MIXED = 2
_TYPED = re.compile(r"[A-Z0-9]{3}(?:-[A-Z0-9]{3}){1,2}")  # as we show it
_SPOKEN = re.compile(r"[A-Z0-9]{3}(?:[-. ][A-Z0-9]{3}){1,2}")


def made(length: int, below: Callable[[int], int]) -> str:
    """A new code. `below(n)` draws a number from 0 to n-1. One digit at least, so that no word of
    the language is ever taken for a code, and one letter, so that no number is."""
    drawn = [below(len(ALPHABET)) for _ in range(length - 1)]
    if min(drawn) >= DIGITS:
        drawn[below(length - 1)] = below(DIGITS)
    if max(drawn) < DIGITS:
        drawn[below(length - 1)] = DIGITS + below(len(ALPHABET) - DIGITS)
    letters = "".join(ALPHABET[n] for n in drawn)
    return letters + _check(letters)


def shown(code: str) -> str:
    """In groups of three: «7K3-M2P»."""
    return "-".join(code[n : n + _GROUP] for n in range(0, len(code), _GROUP))


def read(text: str) -> str | None:
    """The code that was typed, however it was grouped; None if it is none, or misread."""
    typed = re.sub(r"[\s.\-–]", "", text).upper()
    if len(typed) not in (DOSSIER, INVITATION) or not set(typed) <= set(ALPHABET):
        return None
    if not set(typed) & set(ALPHABET[:DIGITS]) or typed.isdigit():
        return None
    return typed if _check(typed[:-1]) == typed[-1] else None


def looks_like_one(text: str) -> bool:
    """Is it meant to be a code, though it may be misread? Letters and digits in groups of three.

    «500.000» is an amount, «cao 150» a height, «tru den 17h» a time: without our hyphens, two
    groups must have both.
    """
    typed = text.strip().upper()
    if _TYPED.fullmatch(typed):
        return _mixed(typed)
    mixed = [group for group in re.split("[-. ]", typed) if _mixed(group)]
    return bool(_SPOKEN.fullmatch(typed)) and len(mixed) >= FEWEST_MIXED


def _mixed(letters: str) -> bool:
    return any(c.isdigit() for c in letters) and any(c.isalpha() for c in letters)


def _check(letters: str) -> str:
    total = sum(n * ALPHABET.index(letter) for n, letter in enumerate(letters, 2))
    return ALPHABET[-total % len(ALPHABET)]
