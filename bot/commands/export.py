"""Tables and archives taken out at the server. Each is in the audit log."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot import clock
from bot.app import contest_from
from bot.archives import Archives, save_export
from bot.commands.words import Words
from bot.config import Settings
from bot.exporting import BOUNDS, NotMade
from bot.workers import Workers
from contest import codes
from contest.exports import EXPORTS, ExportName, Format, Wanted
from dialog.reply import t
from storage import open_files, open_storage
from storage.port import Storage

ARCHIVES = "archives"
WORKBOOK = "ho-so-va-tac-gia.xlsx"


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    asked = _asked(options)
    if asked is None:
        words.complain(t("ops.export_how"))
        return 2
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        if isinstance(asked, Path):
            return await _archives(settings, storage, asked, words)
        return await _table(settings, storage, options, asked, words)
    finally:
        await storage.close()


def _asked(options: argparse.Namespace) -> Path | tuple[ExportName, Format, Path] | None:
    """A folder for archives, or which table as what into which file; None: neither makes sense."""
    given: dict[Format, Path | None] = {"xlsx": options.xlsx, "csv": options.csv}
    files = [(kind, path) for kind, path in given.items() if path]
    if options.table == ARCHIVES:
        folder: Path | None = options.folder
        return folder if not files else None
    if options.folder or len(files) != 1:
        return None
    ((kind, path),) = files
    return (options.table, kind, path) if kind in EXPORTS[options.table].formats else None


async def _table(
    settings: Settings,
    storage: Storage,
    options: argparse.Namespace,
    asked: tuple[ExportName, Format, Path],
    words: Words,
) -> int:
    export, kind, to = asked
    personal = EXPORTS[export].has_personal and not options.bare
    wanted = Wanted(export, kind, personal, words.lang)
    try:
        rows = await save_export(
            storage, settings.contest_pack, words.texts, wanted, to, clock.now()
        )
    except (NotMade, OSError):
        words.complain(t("ops.cannot_write", path=str(to)))
        return 1
    words.print(t("ops.exported", path=str(to), n=rows))
    return 0


async def _archives(settings: Settings, storage: Storage, folder: Path, words: Words) -> int:
    """Exit code 1 if any could not be made: run again, it makes those only."""
    workers = Workers(1, BOUNDS)
    archives = Archives(
        storage,
        open_files(settings.data_dir / "files"),
        workers,
        contest_from(settings),
        words.texts,
        clock.now,
        words.lang,
    )
    counts = {"made": 0, "same": 0, "failed": 0}
    try:
        async for code, became in archives.into(folder):
            counts[became] += 1
            if became == "failed":
                words.complain(t("ops.archive_failed", code=codes.shown(code)))
        rows = await archives.workbook(folder / WORKBOOK)
    except (NotMade, OSError):
        words.complain(t("ops.cannot_write", path=str(folder)))
        return 1
    finally:
        await workers.close()
    words.print(t("ops.exported", path=str(folder / WORKBOOK), n=rows))
    made, same, failed = counts["made"], counts["same"], counts["failed"]
    words.print(t("ops.archives", path=str(folder), made=made, same=same, failed=failed))
    return 1 if failed else 0
