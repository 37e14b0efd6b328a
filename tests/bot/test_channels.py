"""What comes in is made fit; what goes out fits what a channel can show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import clean, plain
from bot.channels.port import Abilities, Message, ShownButton, ShownFile
from bot.channels.shape import shaped
from dialog.event import Pressed, Said, Sent
from storage.port import Arrival
from tests.storage.test_contract import CHAT, NOW


def test_text_is_composed_and_carries_no_tricks() -> None:
    assert clean.text(unicodedata.normalize("NFD", "Hạn nộp")) == "Hạn nộp"
    assert clean.text("a\u202eb\u200bc\ufeff\x00\x07d") == "abcd"
    assert clean.text("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean.text("  x  ") == "x"
    assert clean.text("\ud800x") == "?x"
    assert clean.text("👨\u200d🌾") == "👨\u200d🌾"


@given(st.text(st.characters(), max_size=200))
def test_clean_text_is_clean_and_stays_so(raw: str) -> None:
    once = clean.text(raw)
    assert clean.text(once) == once
    once.encode()  # raises if it cannot be sent
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in once)
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("ảnh máy.jpg", "ảnh máy.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.docx", "a.docx"),
        ("a\u202egpj.exe", "agpj.exe"),
        ('<b>"x"|?*.png', "_b__x____.png"),
        ("...", ""),
        ("", ""),
    ],
)
def test_file_names_are_never_paths(raw: str, name: str) -> None:
    assert clean.file_name(raw) == name


@given(st.text(max_size=300))
def test_any_file_name_is_survived(raw: str) -> None:
    name = clean.file_name(raw)
    assert len(name) <= 120
    assert not set(name) & set('/\\<>:"|?*\n\0')


def read(payload: object) -> object:
    return plain.read(Arrival(CHAT, "e", payload, NOW)).event.input


def test_our_own_json_is_read() -> None:
    assert read({"kind": "say", "text": " chào\u200b "}) == Said("chào")
    assert read({"kind": "press", "token": "menu/open", "label": "Menu"}) == Pressed("menu/open")
    assert read({"kind": "start"}) == Pressed("menu/start")
    file = {"kind": "photo", "file": "a" * 64, "name": "a.jpg", "size": 3, "type": "image/jpeg"}
    incoming = plain.read(
        Arrival(CHAT, "e", {"kind": "files", "files": [file], "caption": "x"}, NOW)
    )
    assert isinstance(incoming.event.input, Sent)
    assert incoming.event.input.caption == "x"
    assert [f.sha256 for f in incoming.files] == ["a" * 64]


FILE = ShownFile("picture", "a.png", "image/png", "a" * 64, 3, "alt")


def test_a_message_goes_through_json() -> None:
    message = Message("chào", "vi", "nguồn", (ShownButton("Menu", "menu/open"),), (FILE,))
    assert Message.from_json(message.to_json()) == message


def test_a_channel_without_buttons_gets_numbers() -> None:
    message = Message("Chọn:", "vi", buttons=(ShownButton("Một", "a/1"), ShownButton("Hai", "a/2")))
    (only,) = shaped(message, Abilities(buttons=False, text_units=2000))
    assert only.text == "Chọn:\n\n1. Một\n2. Hai"
    assert only.buttons == message.buttons  # still known, so that a typed number can be a press


def test_a_long_message_is_cut_at_paragraphs_and_loses_nothing() -> None:
    paragraphs = [f"Đoạn {n}. " + "chữ " * 30 for n in range(10)]
    message = Message("\n\n".join(p.strip() for p in paragraphs), "vi", "nguồn",
                      (ShownButton("Menu", "menu/open"),), (FILE,))  # fmt: skip
    parts = shaped(message, Abilities(buttons=True, text_units=400))
    assert len(parts) > 3
    assert "\n\n".join(p.text for p in parts) == message.text
    assert [bool(p.files) for p in parts] == [True] + [False] * (len(parts) - 1)
    assert [bool(p.buttons) for p in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1].note == "nguồn"


@given(st.text(st.characters(codec="utf-8", exclude_characters=" \n\t"), max_size=300))
def test_words_without_a_space_are_cut_by_units_and_kept_whole(text: str) -> None:
    parts = shaped(Message(text, "vi"), Abilities(buttons=True, text_units=20))
    assert all(len(p.text.encode("utf-16-le")) // 2 <= 20 for p in parts)
    assert "".join("".join(p.text.split()) for p in parts) == "".join(text.split())
