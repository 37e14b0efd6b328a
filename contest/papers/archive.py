"""ZIP files: a whole dossier, and everything that is kept of a person. Names in them are ours."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contest.papers import Find
from contest.papers.dossier import DOSSIER_BYTES, items_of, sheets_of
from contest.papers.forms import docx, pdf, photos
from contest.papers.pictures import OnceRead
from contest.papers.sheets import PICTURE
from contest.papers.view import DataView, DossierView, FileKind
from contest.papers.words import PaperWords, words_of
from contest.papers.zipping import Entry, zipped

LONGEST_NAME = 40
FILES = "tep"
HEAD = 64  # bytes of a file that say what it is

# what a file of a kind begins with, at which byte, and how its name ends then; the first that fits
SIGNS: Mapping[FileKind, tuple[tuple[int, bytes, str], ...]] = {
    "image": (
        (0, b"\xff\xd8", "jpg"), (0, b"\x89PNG", "png"), (0, b"GIF8", "gif"), (8, b"WEBP", "webp"),
        (0, b"II*\0", "tif"), (0, b"MM\0*", "tif"), (8, b"avif", "avif"), (4, b"ftyp", "heic"),
    ),
    "pdf": ((0, b"", "pdf"),),
    "docx": ((0, b"", "docx"),),
    "audio": (
        (0, b"OggS", "ogg"), (0, b"#!AMR", "amr"), (0, b"RIFF", "wav"),
        (0, b"\x1aE\xdf\xa3", "webm"), (0, b"ID3", "mp3"), (0, b"\xff", "mp3"), (4, b"ftyp", "m4a"),
    ),
    "video": (
        (8, b"qt  ", "mov"), (8, b"3gp", "3gp"), (4, b"ftyp", "mp4"), (0, b"\x1aE\xdf\xa3", "webm"),
    ),
}  # fmt: skip


def dossier_zip(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a DossierView. The forms, a PDF of each item, the files as sent, and a list."""
    view = DossierView.from_json(args)
    words = words_of(view.contest.pack)
    read = OnceRead(PICTURE).upright
    shown = photos(view, find, read)
    entries: list[Entry] = []
    for number, form in enumerate(("registration", "description"), 1):
        name = f"{number:02}-{plain_name(getattr(words.names, form))}"
        used = shown if form == "description" else {}
        entries.append((f"{name}.pdf", pdf(view, form, used)))
        entries.append((f"{name}.docx", docx(view, form, used)))
    made = items_of(view, sheets_of(view, find, read), DOSSIER_BYTES)
    lost: list[str] = []
    with_files = [item for item in view.items if item.files]
    for number, item in enumerate(with_files, 3):
        name = f"{number:02}-{plain_name(item.title) or item.id}"
        entries.append((f"{name}.pdf", made[item.id]))
        for place, file in enumerate(item.files, 1):
            inside, path = f"{name}/{place:02}", find(file.sha256)
            if path:
                entries.append((f"{inside}.{extension(path, file.kind)}", path))
            else:
                missing = words.missing.format(name=words.name_of(file, place))
                lost.append(f"{inside}\r\n    {missing}")
    contents = _contents(view, words, entries, lost)
    return zipped([(words.names.contents, contents), *entries], packed=False)


def _contents(view: DossierView, words: PaperWords, entries: list[Entry], lost: list[str]) -> bytes:
    """The list, in a form that every Windows opens rightly."""
    lines = [words.names.contents_title.format(code=view.code), view.title, view.contest.name]
    lines += [words.day(date.fromisoformat(view.made_on)), "", words.names.contents_note, ""]
    lines += [f"{name}\r\n    {_sha256(content)}" for name, content in entries]
    return "\r\n".join([*lines, *lost, ""]).encode("utf-8-sig")


def _sha256(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def data_zip(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a DataView. `documents` by their names; the files as they were sent, in `tep/`.

    Of a file that is gone a text says which one it was.
    """
    documents = {str(name): str(text) for name, text in args.get("documents", {}).items()}
    view = DataView.from_json({"files": args.get("files", [])})
    entries: list[Entry] = [(safe_name(name), text.encode()) for name, text in documents.items()]
    for number, file in enumerate(view.files, 1):
        path = find(file.sha256)
        ending = extension(path, file.kind) if path else "thieu.txt"
        content = path or f"{file.sha256}\r\n{file.name}\r\n".encode()
        entries.append((f"{FILES}/{number:02}.{ending}", content))
    return zipped(entries, packed=True)


def extension(path: Path, kind: FileKind) -> str:
    """How the name of a file of that kind ends, by how its content begins."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for start, sign, ending in SIGNS.get(kind, ()):
        if head[start:].startswith(sign):
            return ending
    return "bin"


def plain_name(title: str) -> str:
    """«Ảnh, bản vẽ» -> «anh-ban-ve»: a name that every system and every ZIP program can write."""
    apart = unicodedata.normalize("NFD", title.lower().replace("đ", "d"))
    letters = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", apart))
    return letters[:LONGEST_NAME].strip("-")


def safe_name(name: str) -> str:
    """The name of a document without anything that leads out of the folder it is unpacked in."""
    return re.sub(r"[^\w.-]", "-", name).lstrip(".-") or "tai-lieu.txt"
