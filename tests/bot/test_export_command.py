"""Tables and archives at the server: whole, audited, and gone on with where it stopped."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from bot.archives import PART, Archives
from bot.commands.export import _asked
from bot.commands.parser import parser
from bot.commands.words import Words
from bot.exporting import NotMade
from bot.texts import Texts
from bot.workers import WorkerFailed
from contest import codes
from contest.papers.spreadsheets import read_csv
from storage import open_storage
from tests.bot.test_commands import bot
from tests.filling import WORDS, Farmer
from tests.handlers.test_exports import AUTHOR, handed_in, rows_of
from tests.talk import Here, House, R, a_house


async def two_dossiers(folder: Path) -> list[str]:
    """Codes of one that was handed in, and of one that was not."""
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    async with a_house(folder, storage=storage) as house:
        one = await handed_in(house, "one")
        two = await Farmer(house.person("two")).begin()
        return [one.code, two.code]


async def audited(folder: Path) -> list[tuple[Any, ...]]:
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    await storage.open(serve=False)
    lines = [(a.by, a.what, a.dossier, dict(a.detail)) for a in await storage.audit()]
    await storage.close()
    return lines


async def test_tables_are_written_and_noted(tmp_path: Path) -> None:
    every = sorted(codes.shown(code) for code in await two_dossiers(tmp_path))
    xlsx, csv = tmp_path / "a.xlsx", tmp_path / "a.csv"
    done = bot("export", "dossiers", "--xlsx", str(xlsx), folder=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, f"{xlsx}: 2 dòng.")
    rows = rows_of(openpyxl.load_workbook(xlsx).worksheets[0])
    assert [row["Mã hồ sơ"] for row in rows] == every
    assert AUTHOR in {row["Tác giả chính"] for row in rows}
    done = bot("export", "dossiers", "--csv", str(csv), "--bare", folder=tmp_path)
    assert done.returncode == 0
    assert AUTHOR not in csv.read_text("utf-8-sig")
    assert len(list(read_csv(csv))) == 3
    detail = {"export": "dossiers", "rows": 2}
    assert await audited(tmp_path) == [
        (None, "exported", None, {**detail, "format": "csv", "personal": False}),
        (None, "exported", None, {**detail, "format": "xlsx", "personal": True}),
    ]
    assert not list(tmp_path.glob(f"*{PART}"))


@pytest.mark.parametrize(
    "words",
    [
        ("dossiers",),
        ("dossiers", "--xlsx", "a.xlsx", "--csv", "a.csv"),
        ("by_group", "--csv", "a.csv"),
        ("archives",),
        ("archives", "folder", "--xlsx", "a.xlsx"),
        ("dossiers", "folder", "--xlsx", "a.xlsx"),
    ],
)
def test_what_makes_no_sense_is_not_done(words: tuple[str, ...]) -> None:
    assert _asked(options(*words)) is None


def test_what_makes_no_sense_is_said(tmp_path: Path) -> None:
    done = bot("export", "by_group", "--csv", "a.csv", folder=tmp_path)
    assert (done.returncode, "--xlsx" in done.stderr) == (2, True)
    with pytest.raises(SystemExit):
        options("people", "--xlsx", "a.xlsx")


def options(*words: str) -> argparse.Namespace:
    return parser(Words(Texts(), "vi")).parse_args(["export", *words])


async def test_what_cannot_be_written_is_said_and_not_noted(tmp_path: Path) -> None:
    await two_dossiers(tmp_path)
    done = bot("export", "dossiers", "--xlsx", "/no/such/folder/a.xlsx", folder=tmp_path)
    assert (done.returncode, "Không ghi được" in done.stderr) == (1, True)
    assert await audited(tmp_path) == []


@pytest.mark.slow
async def test_a_zip_for_each_solution_and_a_workbook_of_all(tmp_path: Path) -> None:
    one, _ = await two_dossiers(tmp_path)
    folder = tmp_path / "out"
    done = bot("export", "archives", str(folder), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "làm mới 1, giữ nguyên 0, không làm được 0" in done.stdout
    name = f"{codes.shown(one)}.zip"
    assert {path.name for path in folder.iterdir()} == {name, "ho-so-va-tac-gia.xlsx"}
    again = bot("export", "archives", str(folder), folder=tmp_path)
    assert "làm mới 0, giữ nguyên 1, không làm được 0" in again.stdout


class Failing(Here):
    """Makes no ZIP of the dossiers it was told not to."""

    def __init__(self) -> None:
        super().__init__()
        self.not_of: set[str] = set()
        self.made: list[str] = []

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> R:  # type: ignore[type-var]
        view: Mapping[str, Any] | Any = args[0]
        if isinstance(view, Mapping):
            if view["code"] in self.not_of:
                raise WorkerFailed
            self.made.append(view["code"])
        found: R = await super().run(function, *args, **kwargs)
        return found


def archives(house: House, workers: Here) -> Archives:
    app = house.app
    return Archives(app.storage, app.files, workers, app.contest, app.texts, house.clock, "vi")


async def run(made: Archives, folder: Path) -> dict[str, str]:
    return {codes.shown(code): became async for code, became in made.into(folder)}


async def test_only_what_is_missing_or_has_changed_is_made_again(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        one, two = await handed_in(house, "one"), await handed_in(house, "two")
        a, b = codes.shown(one.code), codes.shown(two.code)
        workers, folder = Failing(), tmp_path / "out"
        made = archives(house, workers)
        workers.not_of = {b}
        assert await run(made, folder) == {a: "made", b: "failed"}
        assert [path.name for path in folder.iterdir()] == [f"{a}.zip"]
        workers.not_of = set()
        house.clock.forward(days=3)  # another day is no change
        assert await run(made, folder) == {a: "same", b: "made"}
        assert workers.made == [a, b]
        # cut off in the middle, or damaged: made again
        whole = (folder / f"{a}.zip").read_bytes()
        (folder / f"{a}.zip").write_bytes(whole[: len(whole) // 2])
        spoilt = bytearray((folder / f"{b}.zip").read_bytes())
        spoilt[200] ^= 0xFF
        (folder / f"{b}.zip").write_bytes(spoilt)
        (folder / f"{a}.zip{PART}").write_bytes(b"half")  # of a run that was killed
        assert await run(made, folder) == {a: "made", b: "made"}
        assert (folder / f"{a}.zip").read_bytes() == whole
        assert not list(folder.glob(f"*{PART}"))
        # handed in anew: made again, and the change is in it
        await one.edit("title")
        await one.say("Máy mới")
        assert await run(made, folder) == {a: "same", b: "same"}
        await one.submit()
        assert await run(made, folder) == {a: "made", b: "same"}
        with ZipFile(folder / f"{a}.zip") as found:
            assert found.testzip() is None
            contents = found.read(found.namelist()[0]).decode("utf-8-sig")
        assert "Máy mới" in contents
        assert WORDS not in contents
        lines = [x.dossier for x in await house.app.storage.audit() if x.what == "exported"]
        assert sorted(filter(None, lines)) == sorted([*[one.code] * 3, *[two.code] * 2])


async def test_the_workbook_has_dossiers_and_authors(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        farmer = await handed_in(house)
        await Farmer(house.person("draft")).begin()
        to = tmp_path / "all.xlsx"
        assert await archives(house, Here()).workbook(to) == 2
        book = openpyxl.load_workbook(to)
        assert book.sheetnames == ["Hồ sơ", "Tác giả"]
        assert [row["Mã hồ sơ"] for row in rows_of(book["Hồ sơ"])] == [codes.shown(farmer.code)]
        assert [row["Họ và tên"] for row in rows_of(book["Tác giả"])] == [AUTHOR]
        with pytest.raises((NotMade, OSError)):
            await archives(house, Here()).workbook(tmp_path / "no" / "all.xlsx")
