from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from bot.texts import Texts
from contest.calendar import ZONE
from dialog.reply import lines, t, verbatim, words

TEXTS = Texts()
DAY = date(2027, 5, 30)


def test_a_text_is_filled_in_the_persons_language() -> None:
    text = t("timeline.left", n=188, deadline=DAY)
    assert TEXTS.render(text, "vi") == "Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027."
    assert TEXTS.render(text, "en") == "188 days left until dossiers are due: Sunday, 30 May 2027."


def test_a_number_decides_between_forms() -> None:
    assert TEXTS.render(t("timeline.left", n=1, deadline=DAY), "en").startswith("1 day left")
    assert TEXTS.render(t("timeline.left", n=2, deadline=DAY), "en").startswith("2 days left")


def test_dates_times_and_numbers_are_said_as_people_say_them() -> None:
    moment = datetime(2027, 5, 29, 21, 4, tzinfo=ZONE)
    text = words({"vi": "{a} {a:month} {a:monthname} {b} {c}"}, a=DAY, b=moment, c=1234567)
    said = TEXTS.render(text, "vi")
    assert said == "30/5/2027 tháng 5 năm 2027 tháng 5 21:04, 29/5/2027 1.234.567"


def test_texts_hold_texts() -> None:
    inner = words({"vi": "trong", "en": "inside"})
    outer = lines([words({"vi": "<{x}>", "en": "[{x}]"}, x=inner), verbatim("{x}")])
    assert TEXTS.render(outer, "en") == "[inside]\n{x}"


def test_a_language_the_contest_does_not_speak_falls_back() -> None:
    assert TEXTS.render(words({"vi": "chỉ có tiếng Việt"}), "en") == "chỉ có tiếng Việt"


def test_what_people_typed_is_never_a_pattern() -> None:
    typed = "{deadline} {0} {__class__} %s $x {{"
    assert TEXTS.render(verbatim(typed), "vi") == typed
    assert TEXTS.render(t("talk.no_button", label=typed), "vi") == f"Không có nút «{typed}»."


def test_an_unknown_key_is_a_bug_and_not_a_silence() -> None:
    with pytest.raises(KeyError):
        TEXTS.render(t("no.such_key"), "vi")


def test_a_catalogue_that_is_missing_is_a_loud_failure(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Texts(tmp_path)
