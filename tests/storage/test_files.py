from __future__ import annotations

import hashlib
import os
import resource
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.files import LocalFiles
from storage.port import Unavailable


@pytest.fixture
async def files(tmp_path: Path) -> LocalFiles:
    files = LocalFiles(tmp_path / "files")
    await files.open()
    return files


def everything(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file()]


async def test_a_file_is_named_by_its_bytes(files: LocalFiles, tmp_path: Path) -> None:
    stored = await files.put(b"abc")
    assert stored.sha256 == hashlib.sha256(b"abc").hexdigest()
    assert stored.size == 3
    path = files.path(stored.sha256)
    assert path is not None
    assert path.read_bytes() == b"abc"
    assert await files.put(b"abc") == stored
    assert everything(tmp_path) == [path]


async def test_a_full_disk_is_weather_and_leaves_nothing_behind(
    files: LocalFiles, tmp_path: Path
) -> None:
    kept = await files.put(b"kept")
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(Unavailable):
            await files.put(b"x" * 1_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert everything(tmp_path) == [files.path(kept.sha256)]
    assert await files.put(b"x" * 1_000_000)


async def test_what_a_crash_left_half_written_is_dropped(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    await files.open()
    (tmp_path / "tmp" / "half").write_bytes(b"half of a pict")
    kept = await files.put(b"whole")
    again = LocalFiles(tmp_path)
    await again.open()
    assert everything(tmp_path) == [again.path(kept.sha256)]


@given(st.text(max_size=100))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    assert LocalFiles(tmp_path / "files").path(name) is None


def test_nor_does_one_that_was_made_for_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    files = LocalFiles(tmp_path / "files")
    for name in ("../secret", "../../secret", "/etc/passwd", "a" * 64, "..%2fsecret", "A" * 64):
        assert files.path(name) is None


async def test_only_old_files_that_are_nobody_s_are_dropped(files: LocalFiles) -> None:
    names = [(await files.put(data)).sha256 for data in (b"kept", b"old", b"renewed", b"new")]
    kept, old, renewed, new = names
    now = datetime.now(UTC)
    for name in (kept, old, renewed):
        path = files.path(name)
        assert path is not None
        two_days_ago = (now - timedelta(days=2)).timestamp()
        os.utime(path, (two_days_ago, two_days_ago))
    assert files.renew(renewed)
    assert await files.drop_unknown({kept}, now - timedelta(days=1)) == 1
    assert [name for name in names if files.path(name)] == [kept, renewed, new]
    assert not files.renew(old)
    assert not files.renew("no such file")


async def test_the_same_bytes_sent_again_count_as_new(files: LocalFiles) -> None:
    name = (await files.put(b"abc")).sha256
    path = files.path(name)
    assert path is not None
    os.utime(path, (0, 0))
    await files.put(b"abc")
    assert await files.drop_unknown(set(), datetime.now(UTC) - timedelta(days=1)) == 0
