from __future__ import annotations

import io
from datetime import date

from icalendar import Calendar
from PIL import Image, ImageFont

from contest.papers import MAKERS
from contest.papers.drawing import FONTS

ROW = {"title": "Nhận hồ sơ", "when": "đến hết ngày 30/5/2027", "state": "now",
       "state_label": "Đang diễn ra", "deadline": True}  # fmt: skip
TIMELINE = {
    "title": "Lịch Hội thi",
    "today": "Hôm nay: Thứ Hai",
    "warnings": ["Còn 188 ngày.\nHạn là Chủ Nhật."],
    "rows": [ROW, {**ROW, "state": "past", "deadline": False}, {**ROW, "state": "coming"}],
}


def nothing(_sha256: str) -> None:
    """These two need no files."""


def test_the_timeline_is_a_picture_for_a_phone() -> None:
    data = MAKERS["timeline"].make(TIMELINE, nothing)
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG"
    assert image.width == 1080
    assert image.height > 800
    assert len(data) < 150_000
    assert data == MAKERS["timeline"].make(TIMELINE, nothing)


def test_a_long_title_makes_the_picture_longer_not_wider() -> None:
    long = {**TIMELINE, "rows": [{**ROW, "title": "Chọn và giúp hoàn thiện giải pháp " * 6}]}
    short = {**TIMELINE, "rows": [ROW]}
    tall = Image.open(io.BytesIO(MAKERS["timeline"].make(long, nothing)))
    flat = Image.open(io.BytesIO(MAKERS["timeline"].make(short, nothing)))
    assert tall.width == flat.width
    assert tall.height > flat.height


def test_the_font_has_every_vietnamese_letter() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    tones = "\u0300\u0301\u0303\u0309\u0323"
    import unicodedata

    all_letters = {unicodedata.normalize("NFC", c + tone) for c in letters for tone in ["", *tones]}
    single = {c for c in all_letters if len(c) == 1}
    for name in ("Regular", "Bold"):
        font = ImageFont.truetype(FONTS / f"LiberationSans-{name}.ttf", 40)
        missing = bytes(font.getmask("\u0e01"))  # a letter it surely has not
        for letter in single | {c.upper() for c in single}:
            assert bytes(font.getmask(letter)) != missing, letter


def test_the_calendar_file_is_read_back_as_it_was_meant() -> None:
    args = {
        "name": "Lịch",
        "stamp": "2026-11-23",
        "events": [
            {"id": "x", "title": "Hạn nộp hồ sơ", "first": "2027-05-30", "last": "2027-05-30",
             "note": "Chủ Nhật", "tentative": False, "remind": [7, 1]},
            {"id": "y", "title": "Trao giải", "first": "2027-10-01", "last": "2027-10-31",
             "note": "dự kiến", "tentative": True, "remind": []},
        ],
    }  # fmt: skip
    data = MAKERS["calendar"].make(args, nothing)
    assert data == MAKERS["calendar"].make(args, nothing)
    deadline, awards = Calendar.from_ical(data).walk("VEVENT")
    assert deadline["SUMMARY"] == "Hạn nộp hồ sơ"
    assert deadline.decoded("DTSTART") == date(2027, 5, 30)
    assert deadline.decoded("DTEND") == date(2027, 5, 31)
    assert len(deadline.walk("VALARM")) == 2
    assert awards["STATUS"] == "TENTATIVE"
    assert awards.decoded("DTEND") == date(2027, 11, 1)
