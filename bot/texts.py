"""Texts in the person's language. The catalogues in `locales/` are read as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import assert_never

from babel.dates import format_date, format_time
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from dialog.reply import Joined, T, Text, Value, Words

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("vi", "en")
HOLE = re.compile(r"\{([a-z0-9_.-]+)(?::([a-z]+))?\}")

# Dates as people write them, not as a standard does: 30/5/2027, «Chủ nhật, 30/5/2027».
_PATTERNS = {
    "": {"vi": "d/M/y", "en": "d MMMM y"},
    "weekday": {"vi": "EEEE, d/M/y", "en": "EEEE, d MMMM y"},
    "month": {"vi": "'tháng' M 'năm' y", "en": "MMMM y"},
    "monthname": {"vi": "'tháng' M", "en": "MMMM"},
}

START = "start"  # {name:start}: the name begins a line
FORMS = (*_PATTERNS, START)
PLURAL_NUMBER = "n"  # the number that decides between the forms of a text


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language: a key, and its forms (more than one where a number decides)."""

    forms: Mapping[str, tuple[str, ...]]
    form_of: Callable[[int], int]


class Texts:
    """The catalogues of all languages."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self.catalogues = {lang: read(folder, lang) for lang in LANGUAGES}

    def render(self, text: Text, lang: str) -> str:
        """The text as it is shown. Raises KeyError for a key no catalogue has."""
        match text:
            case T(key, params):
                given = dict(params)
                return self._filled(self._pattern(key, given, lang), given, lang)
            case Words(by_lang, params):
                written = dict(by_lang)
                pattern = written.get(lang) or written.get("") or next(iter(written.values()))
                return self._filled(pattern, dict(params), lang)
            case Joined(parts, between):
                return between.join(self.render(part, lang) for part in parts)
            case _:
                assert_never(text)

    def _pattern(self, key: str, given: Mapping[str, Value], lang: str) -> str:
        catalogue = self.catalogues[lang]
        forms = catalogue.forms[key]
        number = given.get(PLURAL_NUMBER)
        return (
            forms[catalogue.form_of(number)]
            if isinstance(number, int) and len(forms) > 1
            else forms[0]
        )

    def _filled(self, pattern: str, given: Mapping[str, Value], lang: str) -> str:
        def fill(hole: re.Match[str]) -> str:
            return self._value(given[hole[1]], hole[2] or "", lang)

        return HOLE.sub(fill, pattern)

    def _value(self, value: Value, form: str, lang: str) -> str:
        match value:
            case str():
                return _started(value) if form == START else value
            case datetime():
                time = format_time(value, "HH:mm", locale=lang)
                return f"{time}, {_formatted(value.date(), '', lang)}"
            case date():
                return _formatted(value, form, lang)
            case int():
                return format_decimal(value, locale=lang)
            case _:
                said = self.render(value, lang)
                return _started(said) if form == START else said


def _started(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _formatted(day: date, form: str, lang: str) -> str:
    return format_date(day, _PATTERNS[form][lang], locale=lang)


def read(folder: Path, lang: str) -> Catalogue:
    """Read `<folder>/<lang>/LC_MESSAGES/bot.po`."""
    with (folder / lang / "LC_MESSAGES" / "bot.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    forms = {_first(m.id): _forms(m.string) for m in catalogue if m.id and m.string}
    return Catalogue(forms, c2py(catalogue.plural_expr))


def _first(key: str | Sequence[str]) -> str:
    return key if isinstance(key, str) else key[0]


def _forms(forms: str | Sequence[str]) -> tuple[str, ...]:
    return (forms,) if isinstance(forms, str) else tuple(forms)
