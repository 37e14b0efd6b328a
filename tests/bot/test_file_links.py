"""Links to files that a channel cannot carry: what is offered, and what opens, when and to whom."""

from __future__ import annotations

import logging
import stat
import string
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict
from yarl import URL

from bot.channels.port import Abilities, Message, ShownFile
from bot.channels.web.limits import Allowance, Limits
from bot.file_links import OPEN_FOR, FileLinks, Linked, read_token, token_of
from bot.log import redacted
from bot.texts import Texts
from contest.model import Asked
from dialog.event import ChatRef
from storage.port import Arrival, ChatFile, ChatState, NoFolder, Outgoing, Save
from storage.secret import LENGTH, secret_in
from tests.bot.browser import Server, a_server
from tests.talk import NOW

KEY, OTHER_KEY = b"k" * LENGTH, b"o" * LENGTH
ZIP = "application/zip"
LINKED = Linked("ab" * 32, "Hồ sơ 7K3-M2P.zip", ZIP, datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
PICTURE = ShownFile("picture", "Lịch.png", "image/png", "1" * 64, 80_000, "Lịch")
PAPER = ShownFile("paper", "Hồ sơ.zip", ZIP, "2" * 64, 50_000_001)
BEARS_ALL = Abilities(buttons=True, text_units=4096, links=True)
MESSENGER = replace(BEARS_ALL, largest_file=50_000_000)
PICTURES_ALONE = replace(MESSENGER, documents=False)
CHAT = ChatRef("test", "1")
TEXTS = Texts()

linked = st.builds(
    Linked,
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.text(st.characters(codec="utf-8"), max_size=80),
    st.sampled_from([ZIP, "application/pdf", "image/png", ""]),
    st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
)


# -- the token


@given(linked)
def test_a_link_leads_to_what_it_was_made_for(made: Linked) -> None:
    assert read_token(token_of(made, KEY), made.name, KEY) == made


@given(linked, st.integers(0), st.sampled_from("AZaz09-_=.é/ "))
def test_a_changed_letter_opens_nothing(made: Linked, at: int, letter: str) -> None:
    token = token_of(made, KEY)
    at %= len(token) + 1
    for changed in (token[:at] + letter + token[at:], token[:at] + letter + token[at + 1 :]):
        if changed != token:
            assert read_token(changed, made.name, KEY) is None
    assert read_token(token[:at], made.name, KEY) is None or at == len(token)


@pytest.mark.parametrize("media_type", ["", "a", "ab"])
def test_a_link_is_written_in_one_way_only(media_type: str) -> None:
    """Also where the last letter stands for fewer bits than it has."""
    token = token_of(replace(LINKED, type=media_type), KEY)
    letters = set(f"{string.ascii_letters}{string.digits}-_=") - {token[-1]}
    for changed in (*(token[:-1] + letter for letter in letters), f"{token}=", f"{token}=="):
        assert read_token(changed, LINKED.name, KEY) is None


@given(linked, st.text(max_size=80))
def test_another_name_or_key_opens_nothing(made: Linked, name: str) -> None:
    token = token_of(made, KEY)
    assert read_token(token, made.name, OTHER_KEY) is None
    assert (read_token(token, name, KEY) is None) == (name != made.name)


@given(st.text(max_size=300), st.text(max_size=20))
def test_whatever_is_asked_for_is_survived(token: str, name: str) -> None:
    assert read_token(token, name, KEY) is None


@given(st.binary(max_size=120))
def test_bytes_we_have_not_signed_open_nothing(raw: bytes) -> None:
    assert read_token(urlsafe_b64encode(raw).decode().rstrip("="), "a.zip", KEY) is None


def test_no_letter_moves_from_the_type_to_the_name() -> None:
    one = token_of(replace(LINKED, type="ab", name="c"), KEY)
    two = token_of(replace(LINKED, type="a", name="bc"), KEY)
    assert one[:40] != two[:40]


# -- the key


def test_the_key_is_made_once_and_is_for_us_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "links.key"
    key = secret_in(file)
    assert len(key) == LENGTH
    assert secret_in(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
    assert secret_in(tmp_path / "other" / "links.key") != key


@pytest.mark.parametrize("left", [b"", b"short", b"x" * (LENGTH + 1)])
def test_what_is_no_key_signs_nothing(tmp_path: Path, left: bytes) -> None:
    file = tmp_path / "links.key"
    file.write_bytes(left)
    (tmp_path / "links.key.new").write_bytes(b"left by a crash")
    key = secret_in(file)
    assert len(key) == LENGTH
    assert key != left
    assert secret_in(file) == key


def test_a_key_that_cannot_be_kept_is_said_before_anything_is_signed(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(NoFolder):
        secret_in(tmp_path / "data" / "links.key")


# -- what is offered


async def links_in(
    folder: Path, address: str = "https://chat.example.vn", kept_for: int = 90
) -> FileLinks:
    links = FileLinks(address, TEXTS, folder / "links.key", timedelta(days=kept_for))
    await links.open()
    return links


async def test_what_a_channel_carries_is_left_as_it_is(tmp_path: Path) -> None:
    links = await links_in(tmp_path)
    whole = Message("Đây", "vi", files=(PICTURE, PAPER))
    assert links.fitted(whole, BEARS_ALL, NOW) is whole
    at_most = replace(whole, files=(PICTURE, replace(PAPER, size=50_000_000)))
    assert links.fitted(at_most, MESSENGER, NOW) is at_most


async def test_what_is_too_large_becomes_a_link_with_its_time(tmp_path: Path) -> None:
    links = await links_in(tmp_path)
    message = Message("Hồ sơ của anh/chị đây.", "vi", "nguồn", files=(PICTURE, PAPER))
    fitted = links.fitted(message, MESSENGER, NOW)
    assert fitted.files == (PICTURE,)
    assert (fitted.note, fitted.buttons) == ("nguồn", ())
    assert fitted.text.startswith("Hồ sơ của anh/chị đây.\n\nTệp Hồ sơ.zip (51 MB) lớn quá")
    assert "09:00, 30/11/2026" in fitted.text
    (link,) = fitted.links
    assert link.label == "Tải Hồ sơ.zip (51 MB)"
    address, _, name = link.url.rpartition("/")
    assert name == quote("Hồ sơ.zip", safe="")
    token = address.removeprefix("https://chat.example.vn/f/")
    until = NOW + OPEN_FOR
    assert links.read(token, "Hồ sơ.zip") == Linked(PAPER.sha256, PAPER.name, ZIP, until)


async def test_a_channel_of_pictures_gets_links_for_papers(tmp_path: Path) -> None:
    links = await links_in(tmp_path)
    small = replace(PAPER, size=1)
    huge = replace(PICTURE, name="Ảnh.png", size=50_000_001)
    message = Message("", "en", files=(small, PICTURE, huge))
    fitted = links.fitted(message, PICTURES_ALONE, NOW)
    assert fitted.files == (PICTURE,)
    assert [link.label for link in fitted.links] == [
        "Download Hồ sơ.zip (1 KB)",
        "Download Ảnh.png (51 MB)",
    ]
    assert fitted.text.splitlines()[:2] == [
        "This app does not carry the file Hồ sơ.zip.",
        "The file Ảnh.png (51 MB) is too large for this app.",
    ]


async def test_without_an_address_the_words_say_where_it_can_be_had(tmp_path: Path) -> None:
    links = await links_in(tmp_path, address="")
    fitted = links.fitted(Message("Đây.", "vi", files=(PAPER,)), MESSENGER, NOW)
    assert (fitted.files, fitted.links) == ((), ())
    assert "lớn quá" in fitted.text
    assert "«Gặp cán bộ»" in fitted.text
    assert "trang chat" in fitted.text
    assert "http" not in fitted.text


async def test_no_link_is_promised_for_longer_than_its_file_is_kept(tmp_path: Path) -> None:
    links = await links_in(tmp_path, kept_for=2)
    fitted = links.fitted(Message("Đây.", "vi", files=(PAPER,)), MESSENGER, NOW)
    assert "25/11/2026" in fitted.text
    token = fitted.links[0].url.split("/")[-2]
    opened = links.read(token, PAPER.name)
    assert opened
    assert opened.until == NOW + timedelta(days=2)


# -- what opens


@dataclass
class Kept:
    """A server that holds a file of ours, and the path of its link."""

    server: Server
    data: bytes
    file: ShownFile

    @property
    def path(self) -> str:
        return self.server.app.links.path(self.file, self.server.clock() + OPEN_FOR)


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    async with a_server(tmp_path, limits=Limits(guesses=Allowance(3, 0.01))) as server:
        data = bytes(range(256)) * 1000
        stored = await server.app.files.put(data)
        file = ShownFile("paper", "Hồ sơ 7K3-M2P.zip", ZIP, stored.sha256, stored.size)
        ours = ChatFile(file.sha256, file.name, file.type, file.size, ours=True)
        await server.app.storage.keep_file(CHAT, ours, server.clock())
        yield Kept(server, data, file)


async def fetched(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[int, CIMultiDict[str], bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, URL(server.url + path, encoded=True), headers=headers) as answer,
    ):
        return answer.status, CIMultiDict(answer.headers), await answer.read()


async def test_whoever_has_the_link_gets_the_file_as_often_as_they_like(kept: Kept) -> None:
    for _ in range(5):  # more than may be guessed
        status, headers, body = await fetched(kept.server, kept.path)
        assert (status, body) == (200, kept.data)
    assert headers["Content-Type"] == ZIP
    assert headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''H%E1%BB%93%20s%C6%A1%207K3-M2P.zip"
    )
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in headers
    status, headers, body = await fetched(kept.server, kept.path, "HEAD")
    assert (status, headers["Content-Length"], body) == (200, str(len(kept.data)), b"")


async def test_a_broken_download_goes_on_where_it_was(kept: Kept) -> None:
    status, headers, body = await fetched(kept.server, kept.path, Range="bytes=200000-")
    assert (status, body) == (206, kept.data[200_000:])
    assert headers["Content-Range"] == f"bytes 200000-{len(kept.data) - 1}/{len(kept.data)}"
    assert headers["Cache-Control"] == "private, no-store"
    status, _, body = await fetched(kept.server, kept.path, Range="bytes=-10")
    assert (status, body) == (206, kept.data[-10:])
    beyond, _, _ = await fetched(kept.server, kept.path, Range=f"bytes={len(kept.data)}-")
    assert beyond == 416


@pytest.mark.parametrize("name", ["a/b.zip", "100%.zip", "%2F.zip", "a b+c&d=e?.zip", "«x» #1.zip"])
async def test_any_name_can_stand_in_a_link(kept: Kept, name: str) -> None:
    file = replace(kept.file, name=name)
    path = kept.server.app.links.path(file, kept.server.clock() + OPEN_FOR)
    status, headers, body = await fetched(kept.server, path)
    assert (status, body) == (200, kept.data)
    assert "\n" not in headers["Content-Disposition"]


async def test_it_opens_until_its_time_and_not_after(kept: Kept) -> None:
    path = kept.path
    kept.server.clock.forward(days=7)
    assert (await fetched(kept.server, path))[0] == 200
    kept.server.clock.forward(seconds=1)
    status, headers, body = await fetched(kept.server, path)
    page = body.decode()
    assert (status, headers["Content-Type"]) == (410, "text/html; charset=utf-8")
    assert "đã hết hạn" in page
    assert "xin lại tệp" in page
    assert "7 ngày" in page
    assert "<script" not in page
    assert "Hồ sơ 7K3" not in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    _, _, body = await fetched(kept.server, f"{path}?lang=en")
    assert "This link is over." in body.decode()


async def test_a_forged_link_opens_nothing_and_guessing_is_slowed(kept: Kept) -> None:
    _, _, token, name = kept.path.split("/")
    later = token_of(
        Linked(kept.file.sha256, kept.file.name, ZIP, kept.server.clock() + timedelta(days=99)),
        OTHER_KEY,
    )
    forged = (f"/f/{later}/{name}", f"/f/{token}/b.zip", f"/f/{token[:-1]}/{name}")
    for path in forged:
        status, _, body = await fetched(kept.server, path)
        assert status == 404
        assert "Không mở được đường dẫn này" in body.decode()
    assert (await fetched(kept.server, forged[0]))[0] == 429
    assert (await fetched(kept.server, kept.path))[0] == 200  # who has a real one is let in


@pytest.mark.parametrize("path", ["/f/x/%ff", "/f/%00/a", "/f/%C3%A9/a", "/f/" + "A" * 4000 + "/a"])
async def test_odd_addresses_are_answered_kindly(kept: Kept, path: str) -> None:
    status, _, body = await fetched(kept.server, path)
    assert status == 404
    assert "Không mở được đường dẫn này" in body.decode()


async def test_a_file_that_is_no_more_is_said_to_be_gone(kept: Kept) -> None:
    file = kept.server.app.files.path(kept.file.sha256)
    assert file
    file.unlink()
    status, _, body = await fetched(kept.server, kept.path)
    assert status == 410
    assert "không còn được giữ" in body.decode()


async def test_what_a_person_had_erased_opens_no_more_from_that_moment(kept: Kept) -> None:
    storage, now = kept.server.app.storage, kept.server.clock()
    arrival = await storage.accept(Arrival(CHAT, "e", {"kind": "say", "text": "x"}, now))
    assert arrival
    asked = (Asked("human", "Xoá hết cho tôi"),)
    await storage.save(Save(arrival, 0, ChatState(), now, asked=asked))
    path = kept.path
    assert (await fetched(kept.server, path))[0] == 200
    (question,) = await storage.questions()
    await storage.erase(question.number, Outgoing({"text": "Đã xoá."}, now), now)
    assert kept.server.app.files.path(kept.file.sha256)  # the bytes go with the nightly round
    assert (await fetched(kept.server, path))[0] == 410


async def test_links_outlive_a_restart(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        path = server.app.links.path(PAPER, server.clock() + OPEN_FOR)
    async with a_server(tmp_path) as server:
        _, _, token, _ = path.split("/")
        assert server.app.links.read(token, PAPER.name)


async def test_the_address_and_the_name_reach_no_log(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    path = kept.path
    token, name = path.split("/")[2:]
    assert (await fetched(kept.server, path))[0] == 200
    kept.server.clock.forward(days=8)
    assert (await fetched(kept.server, path))[0] == 410
    logged = [record.getMessage() for record in caplog.records]
    assert [said for said in logged if "/f/" in said]  # the tests' server keeps an access log
    for said in (*logged, f"cannot send https://chat.example.vn{path}: refused"):
        assert token not in redacted(said)
        assert name not in redacted(said)
