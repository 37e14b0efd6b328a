"""Personal data in what people write: found, and covered. Pure.

For words that go where more people read them than they were meant for. What is found is what has a
shape: phone numbers, numbers of papers and of bank accounts, e-mail addresses, and names where the
text says that they are one, or that begin like one. A name that nothing gives away is not found:
what is kept for good is looked through by a person as well. Dates, sums of money, the numbers of
documents and of dossiers stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from contest.faq.normalise import fold, has_accents

MARK = "•••"  # says nothing, and no phrasing learns anything from it
PersonalKind = Literal["phone", "number", "email", "name"]

LEAST_DIGITS = 9  # of a number that may be somebody's: an old identity card has nine
LEAST_OF_ACCOUNT = 6  # where the text says that it is an account

_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{4,}")
_NUMBER = re.compile(
    r"(?<!\d)(?:\(\+?\d{1,4}\)|\+?\d)(?:[ .\-()\u00a0]{0,3}\d)*"  # (+84) 912.345.678
)
_ACCOUNT = re.compile(
    r"(?:\bstk|\bsố\s+tài\s+khoản|\bso\s+tai\s+khoan|\btài\s+khoản|\btai\s+khoan)"
    r"\D{0,20}?(\d(?:[ .\-]?\d)*)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:84|0)[2-9]\d{8}|(?:84|0)2\d{9}|1[89]00\d{4,6}")
_DAY = re.compile(r"\d{1,2}[.\-]\d{1,2}[.\-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONEY = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: 000)+")
_PARTS = re.compile(rf"{_DAY.pattern}|{_MONEY.pattern}|\d+")

_WORD = re.compile(r"[^\W\d_]+")
_WHO = "tôi|toi|tui|em|mình|minh|cháu|chau|con"
_NAMED = re.compile(  # «em tên là», «tên tôi là», «họ tên»: what follows is a name
    rf"\b(?:(?:{_WHO})\s+(?:tên|ten)|(?:tên|ten)\s+(?:{_WHO})|(?:họ|ho)(?:\s+(?:và|va))?\s+(?:tên|ten))"
    r"(?:\s+(?:là|la))?\s*:?\s+",
    re.IGNORECASE,
)
_IS = re.compile(rf"\b(?:{_WHO})\s+(?:là|la)\s+", re.IGNORECASE)  # «tôi là nông dân», too
_TITLE = re.compile(r"\b(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|đồng chí|đ/c)\s+$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:xã|phường|tp|thành phố|huyện|tỉnh|thôn|bản|đường|phố|trường|chợ|thị trấn|tt|khu)\s+$",
    re.IGNORECASE,
)
MOST_NAME = 5  # words
WHOLE_NAME = 3  # so many words are a name wherever they stand
# the family names of nearly everybody in the country, and of the peoples of its north
_FAMILIES = frozenset(Path(__file__).with_name("family_names.txt").read_text("utf-8").split())
_UNACCENTED = frozenset(fold(name) for name in _FAMILIES)


@dataclass(frozen=True, slots=True)
class Personal:
    """Letters `begin` to `end` of a text."""

    begin: int
    end: int
    kind: PersonalKind


def personal(text: str) -> tuple[Personal, ...]:
    """What of a text is somebody's own, in its order; none overlaps another. Letters and their
    marks are one (NFC), as every channel hands them on."""
    found = sorted([*_emails(text), *_numbers(text), *_names(text)], key=lambda one: one.begin)
    kept: list[Personal] = []
    for one in found:
        if kept and one.begin < kept[-1].end:
            last = kept.pop()
            one = Personal(last.begin, max(last.end, one.end), last.kind)
        kept.append(one)
    return tuple(kept)


def masked(text: str) -> str:
    """The text with MARK in place of what is somebody's own. What is masked stays as it is."""
    text = unicodedata.normalize("NFC", text)
    said, at = [], 0
    for one in personal(text):
        said += [text[at : one.begin], MARK]
        at = one.end
    return "".join([*said, text[at:]])


def _emails(text: str) -> Iterator[Personal]:
    for found in _EMAIL.finditer(text):
        yield Personal(found.start(), found.end(), "email")


def _numbers(text: str) -> Iterator[Personal]:
    for found in _ACCOUNT.finditer(text):
        if _digits(found[1]) >= LEAST_OF_ACCOUNT:
            yield Personal(found.start(1), found.end(1), "number")
    for found in _NUMBER.finditer(text):
        number = re.sub(r"\D", "", found[0])
        if _PHONE.fullmatch(number):
            yield Personal(found.start(), found.end(), "phone")
        elif len(number) >= LEAST_DIGITS and not _is_said_openly(found[0]):
            yield Personal(found.start(), found.end(), "number")


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _is_said_openly(number: str) -> bool:
    """Days, years and sums of money, and nothing else."""
    return all(
        _DAY.fullmatch(part) or _YEAR.fullmatch(part) or _MONEY.fullmatch(part)
        for part in _PARTS.findall(number)
    )


def _names(text: str) -> Iterator[Personal]:
    shouted = text == text.upper()  # then a capital says nothing
    for found in _NAMED.finditer(text):
        yield from _of_words(_words_from(text, found.end()), 1, shouted, small=True)
    if shouted:
        return
    for found in _IS.finditer(text):
        yield from _of_words(_words_from(text, found.end()), 2, shouted, small=False)
    for run in _runs(text):
        yield from _of_run(text, run)


def _words_from(text: str, at: int) -> list[re.Match[str]]:
    """The words that stand there one after the other, with nothing but a space between."""
    words: list[re.Match[str]] = []
    while (word := _WORD.match(text, at)) and len(words) < MOST_NAME:
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    return words


def _of_words(
    words: list[re.Match[str]], least: int, shouted: bool, *, small: bool
) -> Iterator[Personal]:
    """Those with capitals, if there are so many; `small`: where they have none, three words that
    begin with a family name are one too."""
    capitals = 0
    while not shouted and capitals < len(words) and words[capitals][0][0].isupper():
        capitals += 1
    if capitals >= least:
        yield Personal(words[0].start(), words[capitals - 1].end(), "name")
    elif small and len(words) > 1 and _is_family(words[0][0]):
        yield Personal(words[0].start(), words[:WHOLE_NAME][-1].end(), "name")


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with capitals, one after the other."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        follows = run and text[run[-1].end() : word.start()] == " "
        if run and not (follows and word[0][0].isupper()):
            yield run
            run = []
        if word[0][0].isupper():
            run.append(word)
    if run:
        yield run


def _of_run(text: str, run: list[re.Match[str]]) -> Iterator[Personal]:
    """From a family name on: three words, or two after a title. Not the name of a place."""
    for number, word in enumerate(run):
        rest, before = run[number:], text[: word.start()]
        if not _is_family(word[0]) or _PLACE.search(before):
            continue
        if len(rest) >= WHOLE_NAME or (len(rest) > 1 and _TITLE.search(before)):
            yield Personal(word.start(), rest[:MOST_NAME][-1].end(), "name")
            return


def _is_family(word: str) -> bool:
    """Without accents, if it was typed without."""
    return word.casefold() in (_FAMILIES if has_accents(word) else _FAMILIES | _UNACCENTED)
