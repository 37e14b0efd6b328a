"""Word files: looked at from the zip's directory before anything in them is inflated."""

from __future__ import annotations

import re
import zipfile
import zlib
from mmap import mmap
from pathlib import Path, PurePosixPath

from contest.documents.ends import hides_program, zip_end
from contest.documents.kinds import DOCX, HEAD, is_pdf
from contest.documents.limits import MB, Limits, Problem, Refused, Seen

_CHUNK = 1 << 16
_DIRECTORY_ENTRY = 46  # bytes of one entry in the zip's directory, at least
_MOST_DIRECTORY = 4 * MB
_READ = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what Word writes

# as they stand in the directory of an OLE file: UTF-16
_OLE_NAMES: tuple[tuple[str, Problem], ...] = (
    ("EncryptedPackage", "encrypted"),  # a .docx with a password
    ("WordDocument", "old_word"),
)
_OTHER_TEXT = {"content.xml", "mimetype"}  # a .odt
_OTHER_LIFE = {"androidmanifest.xml", "classes.dex", "meta-inf/manifest.mf", "index.html"}
_PACKED = {".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".jar", ".cab"}
_PROGRAMS = {".exe", ".dll", ".scr", ".bat", ".cmd", ".js", ".vbs", ".ps1", ".lnk", ".hta"}

_DECLARES = re.compile(rb"<!DOCTYPE|<!ENTITY")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_LOADED = re.compile(rb"relationships/(attachedTemplate|oleObject|frame|subDocument|aFChunk)\b")
_FAR = re.compile(rb'TargetMode="External"')
_FAR_TARGET = re.compile(rb'Target="\s*(?:https?:|ftp:|mhtml:|\\\\|file:////)', re.IGNORECASE)
_PAGES = re.compile(rb"<Pages>(\d{1,5})</Pages>")


def problem_of_old(data: mmap) -> Problem:
    """What is wrong with an OLE file: one that Word before 2007 wrote, or a locked new one."""
    for name, problem in _OLE_NAMES:
        if data.find(name.encode("utf-16-le")) >= 0:
            return problem
    return "unknown"


def check(path: Path, data: mmap, limits: Limits) -> Seen:
    """Any zip. Raises Refused; `unknown` for one that is no Word file."""
    directory = zip_end(data)
    if directory is None:
        raise Refused("truncated" if _begins_word(data) else "unknown")
    _, size, entries, end = directory
    if entries > limits.max_entries or size > max(_MOST_DIRECTORY, entries * _DIRECTORY_ENTRY):
        raise Refused("bomb" if _begins_word(data) else "unknown")
    try:
        with zipfile.ZipFile(path) as archive:
            return _archive(archive, data, end, limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise Refused("broken") from error


def _begins_word(data: mmap) -> bool:
    head = data[:HEAD]
    return b"[Content_Types].xml" in head or b"word/" in head or b"_rels/.rels" in head


def _archive(archive: zipfile.ZipFile, data: mmap, end: int, limits: Limits) -> Seen:
    parts = archive.infolist()
    names = {part.filename.lower() for part in parts}
    if "[content_types].xml" not in names or "word/document.xml" not in names:
        raise Refused("old_word" if names >= _OTHER_TEXT else "unknown")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("encrypted")
    if any(part.compress_type not in _READ for part in parts):
        raise Refused("broken")
    if any("vbaproject" in name or "vbadata" in name for name in names):
        raise Refused("macros")
    _bounds(parts, limits)
    if is_pdf(data[:HEAD]) or names & _OTHER_LIFE or hides_program(data, end):
        raise Refused("polyglot")
    if any(PurePosixPath(name).suffix in _PROGRAMS for name in names):
        raise Refused("active")
    return Seen(DOCX, pages=_read_through(archive, parts, limits))


def _bounds(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """By what the directory says; `_read_through` does not believe it."""
    together = sum(part.file_size for part in parts)
    stretched = any(
        part.file_size > MB and part.file_size > limits.max_ratio * part.compress_size
        for part in parts
    )
    nested = any(PurePosixPath(part.filename.lower()).suffix in _PACKED for part in parts)
    if together > limits.max_inflated or stretched or nested or _overlap(parts):
        raise Refused("bomb")


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share their packed bytes, as in the bombs that stretch without nesting."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            return True
        end = part.header_offset + 30 + len(part.filename) + part.compress_size
    return False


def _read_through(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], limits: Limits) -> int:
    """Every part once, whole, with its checksum. Returns the pages Word counted, or 1."""
    pages, left = 1, limits.max_inflated
    for part in parts:
        name = part.filename.lower()
        xml = name.endswith((".xml", ".rels", ".vml"))
        kept, tail = bytearray(), b""
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused("bomb")
                if xml and _DECLARES.search((tail + chunk).replace(b"\0", b"")):
                    raise Refused("bomb")  # entities; Word writes none
                tail = chunk[-16:]
                if len(kept) < MB and _judged(name):
                    kept += chunk
        _judge(name, bytes(kept))
        if counted := _PAGES.search(kept):
            pages = max(1, min(int(counted[1]), limits.max_pages))
    return pages


def _judged(name: str) -> bool:
    return name.endswith(".rels") or name in ("[content_types].xml", "docprops/app.xml")


def _judge(name: str, content: bytes) -> None:
    if name == "[content_types].xml" and b"macroEnabled" in content:
        raise Refused("macros")
    for relation in _RELATION.findall(content):
        if _FAR.search(relation) and _FAR_TARGET.search(relation) and _LOADED.search(relation):
            raise Refused("active")
