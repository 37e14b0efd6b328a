"""What comes in is made fit; what goes out fits what a channel can show."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import clean, plain
from bot.channels.port import Abilities, Message, ShownButton, ShownFile, ShownLink
from bot.channels.shape import shaped
from contest.documents.facts import FileFacts
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


def test_a_file_that_could_not_be_fetched_says_so_and_is_nobodys() -> None:
    file = {"kind": "video", "file": "", "name": "a.mp4", "size": 30_000_000, "type": ""}
    incoming = plain.read(Arrival(CHAT, "e", {"kind": "files", "files": [file]}, NOW))
    assert isinstance(incoming.event.input, Sent)
    (sent,) = incoming.event.input.files
    about = FileFacts.from_json(sent.about or {})
    assert (about.kind, about.size, about.problem) == ("video", 30_000_000, "over_channel")
    assert incoming.files == ()
    assert incoming.event.input.to is None


@pytest.mark.parametrize(
    ("media_type", "name", "kind"),
    [
        ("image/heic", "a.heic", "image"),
        ("application/pdf", "", "pdf"),
        ("", "Giấy khen.PDF", "pdf"),
        ("application/octet-stream", "a.docx", "docx"),
        ("", "a.zip", "other"),
        ("", "", "other"),
    ],
)
def test_what_a_file_seems_to_be_before_it_is_here(media_type: str, name: str, kind: str) -> None:
    sent = plain.over_channel("document", name, 5, media_type)
    assert FileFacts.from_json(sent.about or {}).kind == kind


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 2**40))
def test_whatever_a_sender_calls_it_is_survived(media_type: str, name: str, size: int) -> None:
    sent = plain.over_channel("document", name, size, media_type)
    assert FileFacts.from_json(sent.about or {}).problem == "over_channel"


def test_files_may_be_meant_for_a_step() -> None:
    payload = {"kind": "files", "files": [], "caption": "", "to": ["d-7K3M2P", "photos"]}
    did = read(payload)
    assert isinstance(did, Sent)
    assert did.to == ("d-7K3M2P", "photos")
    assert read({**payload, "to": None}) == Sent(())


LINK = ShownLink("Mở trang", "https://chat.example.vn/u/abc")
FILE = ShownFile("picture", "a.png", "image/png", "a" * 64, 3, "alt")


def test_a_message_goes_through_json() -> None:
    buttons = (ShownButton("Menu", "menu/open"),)
    message = Message("chào", "vi", "nguồn", buttons, (FILE,), (LINK,))
    assert Message.from_json(message.to_json()) == message
    before = message.to_json()
    del before["links"]  # as an older release wrote it
    assert Message.from_json(before) == replace(message, links=())


def test_a_channel_without_links_gets_the_address_in_the_text() -> None:
    message = Message("Gửi ở đây.", "vi", "nguồn", (ShownButton("Menu", "menu/open"),), (), (LINK,))
    (only,) = shaped(message, Abilities(buttons=True, text_units=2000))
    assert only.text == "Gửi ở đây.\n\nMở trang: https://chat.example.vn/u/abc"
    assert (only.links, only.buttons, only.note) == ((), message.buttons, "nguồn")
    assert shaped(message, Abilities(buttons=True, text_units=2000, links=True)) == [message]
    parts = shaped(message, Abilities(buttons=False, text_units=60))
    assert sum(LINK.url in part.text for part in parts) == 1


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
