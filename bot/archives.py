"""One ZIP for each solution that was handed in, and one workbook of all, in a folder.

A ZIP carries what it was made from (the sha256 of it) as its comment, so that a later run makes
only what is new or has changed; it is written beside its name and then renamed, so that under a
name there is never half a file.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import zipfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from bot.clock import Clock
from bot.exporting import write
from bot.texts import Texts
from bot.workers import Workers
from contest import codes
from contest.calendar import ZONE
from contest.exports import HANDED_IN_STATES, Wanted
from contest.papers import MAKERS
from contest.staff import Exported
from handlers.dossier.contents import mentioned
from handlers.staff.exports import archive_view
from handlers.turn import Contest
from storage.files import LocalFiles
from storage.flushing import flush_folder
from storage.port import Storage, Trouble

log = logging.getLogger(__name__)

FORM = 1  # raised when the same dossier makes another ZIP than before
PART = ".part"
Became = Literal["made", "same", "failed"]


@dataclass(frozen=True, slots=True)
class Archives:
    """`lang`: of the workbook; the papers are in the language of the contest's papers."""

    storage: Storage
    files: LocalFiles
    workers: Workers
    contest: Contest
    texts: Texts
    clock: Clock
    lang: str

    async def into(self, folder: Path) -> AsyncIterator[tuple[str, Became]]:
        """Code after code, and what became of its ZIP. Raises OSError if nothing can be written
        there at all."""
        await asyncio.to_thread(_prepare, folder)
        found = await self.storage.exported(
            lambda reader: [entry.code for entry in reader.entries(states=HANDED_IN_STATES)]
        )
        for code in found:
            yield code, await self._one(code, folder / f"{codes.shown(code)}.zip")

    async def _one(self, code: str, to: Path) -> Became:
        """One that cannot be made holds up no other. Raises Trouble."""
        part = to.with_name(to.name + PART)
        try:
            return await self._made(code, to, part)
        except Trouble:
            raise
        except Exception:
            log.exception("archive failed: dossier=%s", code)
            return "failed"
        finally:
            await asyncio.to_thread(part.unlink, missing_ok=True)

    async def _made(self, code: str, to: Path, part: Path) -> Became:
        view = await self._view(code)
        if view is None:
            return "failed"
        made_from = await asyncio.to_thread(self._made_from, view)
        if await asyncio.to_thread(_is_there, to, made_from):
            return "same"
        data = await self.workers.run(MAKERS["dossier_zip"].make, view, self.files.path)
        await asyncio.to_thread(_write, part, data, made_from)
        act = Exported("archive", "zip", 1, personal=True, dossier=code)
        await self.storage.at_server(act, self.clock())
        await asyncio.to_thread(_rename, part, to)
        return "made"

    async def _view(self, code: str) -> dict[str, Any] | None:
        """None: it was erased, or withdrawn, since it was listed."""
        held = await self.storage.dossier(code)
        entry = await self.storage.exported(lambda reader: reader.entry(code))
        if held is None or entry is None or not entry.times:
            return None
        today = self.clock().astimezone(ZONE).date()
        return archive_view(self.contest, held.dossier, held.answers, entry, today)

    def _made_from(self, view: Mapping[str, Any]) -> bytes:
        lost = sorted(sha for sha in mentioned(view) if self.files.path(sha) is None)
        written = json.dumps([FORM, view, lost], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest().encode()

    async def workbook(self, to: Path) -> int:
        """All that was handed in and its authors; how many rows. Raises NotMade, OSError."""
        wanted = Wanted("solutions", "xlsx", personal=True, lang=self.lang)
        return await save_export(
            self.storage, self.contest.pack_at, self.texts, wanted, to, self.clock()
        )


async def save_export(
    storage: Storage, pack: str, texts: Texts, wanted: Wanted, to: Path, now: datetime
) -> int:
    """Write an export to that file of the server, audited; whole or not at all. Raises NotMade,
    OSError, Unavailable."""
    part = to.with_name(to.name + PART)
    try:
        rows = await write(storage, pack, texts, wanted, part, now.astimezone(ZONE).date())
        await asyncio.to_thread(_flush, part)
        act = Exported(wanted.export, wanted.format, rows, wanted.personal)
        await storage.at_server(act, now)
        await asyncio.to_thread(_rename, part, to)
    finally:
        await asyncio.to_thread(part.unlink, missing_ok=True)
    return rows


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob(f"*{PART}"):
        left_over.unlink()


def _is_there(path: Path, made_from: bytes) -> bool:
    """Is the ZIP of that content there, and whole?"""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == made_from and archive.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False


def _write(part: Path, data: bytes, made_from: bytes) -> None:
    part.write_bytes(data)
    with zipfile.ZipFile(part, "a") as archive:
        archive.comment = made_from
    _flush(part)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _rename(part: Path, to: Path) -> None:
    part.replace(to)
    flush_folder(to.parent)
