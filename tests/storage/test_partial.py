"""Uploads under way: cut off, killed, refused by a full disk; what was told stays true."""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import resource
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.event import ChatRef
from storage.files import LocalFiles
from storage.partial import KEPT_FOR, WRITTEN_AT_ONCE, Partial
from storage.port import Unavailable

CHAT = ChatRef("web", "a" * 40)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def opened(folder: Path) -> LocalFiles:
    files = LocalFiles(folder)
    await files.open()
    return files


@pytest.fixture
async def files(tmp_path: Path) -> LocalFiles:
    return await opened(tmp_path)


async def add(files: LocalFiles, name: str, data: bytes) -> Partial:
    appending = await files.partials.append(name, AT)
    await appending.add(data)
    partial = await appending.flush()
    await appending.close()
    return partial


def now_of(files: LocalFiles, name: str) -> Partial:
    partial = files.partials.get(name)
    assert partial is not None
    return partial


async def test_pieces_become_the_file_they_were(files: LocalFiles, tmp_path: Path) -> None:
    data = random.randbytes(3 * WRITTEN_AT_ONCE + 17)
    upload = await files.partials.create(CHAT, len(data), "ảnh.jpg", AT)
    sent = 0
    while sent < len(data):
        piece = data[sent : sent + random.randint(1, WRITTEN_AT_ONCE)]
        sent += len(piece)
        assert (await add(files, upload.name, piece)).size == sent
    settled = await files.settle(upload.name)
    assert settled is not None
    assert settled.sha256 == hashlib.sha256(data).hexdigest()
    path = files.path(settled.sha256)
    assert path is not None
    assert path.read_bytes() == data
    assert await files.settle(upload.name) == settled  # again changes nothing


async def test_an_upload_is_taken_up_after_the_process_was_killed(
    files: LocalFiles, tmp_path: Path
) -> None:
    upload = await files.partials.create(CHAT, 10, "a.jpg", AT)
    await add(files, upload.name, b"12345")
    left = await files.partials.append(upload.name, AT)
    await left.add(b"x" * WRITTEN_AT_ONCE)  # came, and was never acknowledged: it counts too
    again = await opened(tmp_path)
    found = now_of(again, upload.name)
    assert (found.size, found.file_name) == (5 + WRITTEN_AT_ONCE, "a.jpg")
    assert found.of(CHAT)
    assert not found.of(ChatRef("web", "b" * 40))
    await left.close()


async def test_what_was_not_verified_is_gone_after_a_kill(
    files: LocalFiles, tmp_path: Path
) -> None:
    upload = await files.partials.create(CHAT, 10**6, "a.jpg", AT)
    await add(files, upload.name, b"12345")
    left = await files.partials.append(upload.name, AT, unverified=True)
    await left.add(b"x" * WRITTEN_AT_ONCE)
    again = await opened(tmp_path)
    assert now_of(again, upload.name).size == 5
    await left.close()
    verified = await again.partials.append(upload.name, AT, unverified=True)
    await verified.add(b"67890")
    await verified.flush()
    await verified.close()
    assert now_of(await opened(tmp_path), upload.name).size == 10


@pytest.mark.parametrize("moment", ["named", "moved", "kept"])
async def test_a_kill_while_it_is_finished_loses_nothing(
    files: LocalFiles, tmp_path: Path, moment: str
) -> None:
    data = b"whole picture"
    sha256 = hashlib.sha256(data).hexdigest()
    upload = await files.partials.create(CHAT, len(data), "a.jpg", AT)
    whole = await add(files, upload.name, data)
    if moment == "named":
        files.partials.seal(Partial(**{**vars_of(whole), "sha256": sha256}))
    else:
        await files.settle(upload.name)
    if moment == "kept":
        await files.partials.kept(upload.name)
    again = await opened(tmp_path)
    assert now_of(again, upload.name).complete
    assert now_of(again, upload.name).kept is (moment == "kept")
    settled = await again.settle(upload.name)
    assert settled is not None
    assert settled.sha256 == sha256
    path = again.path(sha256)
    assert path is not None
    assert path.read_bytes() == data


def vars_of(partial: Partial) -> dict[str, object]:
    return {name: getattr(partial, name) for name in Partial.__slots__}


async def test_a_full_disk_goes_back_to_what_was_told(files: LocalFiles, tmp_path: Path) -> None:
    upload = await files.partials.create(CHAT, 10**6, "a.jpg", AT)
    await add(files, upload.name, b"1" * 90_000)
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        appending = await files.partials.append(upload.name, AT)
        await appending.add(b"2" * 90_000)
        with pytest.raises(Unavailable):
            await appending.flush()
        await appending.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert now_of(files, upload.name).size == 90_000
    assert now_of(await opened(tmp_path), upload.name).size == 90_000
    assert (await add(files, upload.name, b"2" * 90_000)).size == 180_000
    assert files.partials.path(upload.name).read_bytes() == b"1" * 90_000 + b"2" * 90_000


async def test_what_makes_no_progress_for_a_week_is_dropped(
    files: LocalFiles, tmp_path: Path
) -> None:
    old = await files.partials.create(CHAT, 10, "old.jpg", AT)
    new = await files.partials.create(CHAT, 10, "new.jpg", AT)
    later = AT + KEPT_FOR - timedelta(minutes=1)
    appending = await files.partials.append(new.name, later)
    await appending.add(b"123")
    await appending.flush()
    await appending.close()
    assert await files.partials.drop_stale(later) == 0
    again = await opened(tmp_path)  # times are not forgotten
    assert await again.partials.drop_stale(AT + KEPT_FOR + timedelta(minutes=1)) == 1
    assert again.partials.get(old.name) is None
    assert [p.name for p in again.partials.unfinished(CHAT)] == [new.name]
    assert {p.name for p in (tmp_path / "partial").iterdir()} == {new.name, f"{new.name}.json"}


async def test_what_cannot_be_read_is_dropped(files: LocalFiles, tmp_path: Path) -> None:
    upload = await files.partials.create(CHAT, 10, "a.jpg", AT)
    lost = await files.partials.create(CHAT, 10, "a.jpg", AT)
    files.partials.path(lost.name).unlink()
    folder = tmp_path / "partial"
    (folder / "torn.json").write_text("{", "utf-8")
    (folder / "other.json").write_text('{"some": "thing"}', "utf-8")
    (folder / "list.json").write_text("[]", "utf-8")
    (folder / "alone").write_bytes(b"x")
    (folder / "half.tmp").write_bytes(b"x")
    again = await opened(tmp_path)
    assert [p.name for p in again.partials.unfinished(CHAT)] == [upload.name]
    assert {p.name for p in folder.iterdir()} == {upload.name, f"{upload.name}.json"}


async def test_a_file_finished_after_days_is_not_taken_for_nobodys(files: LocalFiles) -> None:
    upload = await files.partials.create(CHAT, 3, "a.jpg", AT)
    await add(files, upload.name, b"abc")
    os.utime(files.partials.path(upload.name), (0, 0))
    settled = await files.settle(upload.name)
    assert settled is not None
    assert await files.drop_unknown(set(), datetime.now(UTC) - timedelta(days=1)) == 0
    assert files.path(settled.sha256)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "break", "verify", "reject", "kill", "kill unverified"]),
            st.integers(0, 700),
        ),
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_happens_what_is_told_is_there(steps: list[tuple[str, int]]) -> None:
    """The size told is always a beginning of the file, and no shorter than what was told before."""

    async def live() -> None:
        with tempfile.TemporaryDirectory() as folder:
            files = await opened(Path(folder))
            data = random.Random(1).randbytes(12 * 700)
            name = (await files.partials.create(CHAT, len(data), "a.jpg", AT)).name
            told = 0
            for what, size in steps:
                unverified = what in ("verify", "reject", "kill unverified")
                appending = await files.partials.append(name, AT, unverified=unverified)
                await appending.add(data[told : told + size])
                if what in ("kill", "kill unverified"):
                    appending._write(flush=False)  # on its way to the disk, and never told
                    files = await opened(Path(folder))
                elif what == "reject":
                    await appending.rewind()
                    await appending.flush()
                else:
                    await appending.flush()
                await appending.close()
                now = now_of(files, name).size
                expected = told if what in ("reject", "kill unverified") else told + size
                assert now == expected
                told = now
                assert files.partials.path(name).read_bytes() == data[:told]

    asyncio.run(live())
