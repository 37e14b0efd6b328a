"""Where a file's own content ends, and whether another file hides behind or in front of it.

Phones put much behind a picture that is none of our business (Samsung's trailer, a second picture,
a film of the moment), so that alone is no reason to refuse. A known mark of a document, an archive,
a web page or a program is.
"""

from __future__ import annotations

import re
import struct
from mmap import mmap

from contest.documents.limits import Refused

MOST_PARTS = 200_000  # segments, chunks or blocks: far more than any real picture has

_PROGRAM = rb"""
    \x7fELF[\x01\x02][\x01\x02]\x01
  | This\ program\ cannot\ be\ run\ in\ DOS\ mode
  | dex\n03\d\0
  | Rar!\x1a\x07
  | 7z\xbc\xaf\x27\x1c
"""
_PAGE = rb"""
  | %PDF-\d
  | (?i: <!doctype\ html | <html[\s>] | <script[\s>] | <svg[\s>] | <\?php[\s] )
"""
_PROGRAMS = re.compile(_PROGRAM, re.VERBOSE)
_ANYTHING = re.compile(_PROGRAM + _PAGE, re.VERBOSE)
_HEAD = 1024  # how far in readers of PDF and of web pages look for their mark

_ZIP_END = struct.Struct("<4s4H2LH")
_ZIP_TAIL = _ZIP_END.size + 0xFFFF
_JPEG_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_JPEG_END, _JPEG_SCAN, _JPEG_BARE = 0xD9, 0xDA, {0x01, 0xD8}
_MOST_FILL = 4096  # bytes between two segments, which decoders step over one by one


def hides_another(data: mmap, end: int) -> bool:
    """Whether a picture or a recording that ends at `end` is also something else."""
    if _ANYTHING.search(data, 0, _HEAD) or _ANYTHING.search(data, end):
        return True
    return zip_end(data) is not None


def hides_program(data: mmap, end: int) -> bool:
    """The same of a document: words of a web page behind it are some server's litter."""
    return _PROGRAMS.search(data, end) is not None


def zip_end(data: mmap) -> tuple[int, int, int, int] | None:
    """(start of the directory, its bytes, its entries, end of the archive) of the zip that ends
    in the file's tail, wherever it begins; None if there is none."""
    at = len(data)
    while (at := data.rfind(b"PK\x05\x06", max(0, len(data) - _ZIP_TAIL), at)) >= 0:
        if at + _ZIP_END.size <= len(data):
            fields = _ZIP_END.unpack_from(data, at)
            entries, size, comment = fields[4], fields[5], fields[7]
            start = at - size
            if entries and start >= 0 and data[start : start + 4] == b"PK\x01\x02":
                return start, size, entries, at + _ZIP_END.size + comment
    return None


def jpeg_end(data: mmap) -> int | None:
    """Behind the end mark; None if there is none. Raises Refused for what only wastes time."""
    at, most = 2, _MOST_FILL
    for _ in range(MOST_PARTS):
        found = _JPEG_MARKER.search(data, at, min(len(data), at + most))
        if found is None:
            if at + most < len(data):
                raise Refused("broken")
            return None
        at = found.end()
        marker = found[1][0]
        most = len(data) if marker == _JPEG_SCAN else _MOST_FILL
        if marker == _JPEG_END:
            return at
        if marker not in _JPEG_BARE:
            at += max(int.from_bytes(data[at : at + 2]), 2)
    raise Refused("broken")


def png_end(data: mmap) -> int | None:
    at = 8
    for _ in range(MOST_PARTS):
        if at + 12 > len(data):
            return None
        last = data[at + 4 : at + 8] == b"IEND"
        at += 12 + int.from_bytes(data[at : at + 4])
        if last:
            return at
    raise Refused("broken")


def gif_end(data: mmap) -> int | None:
    if len(data) < 13:
        return None
    at = 13 + _palette(data[10])
    for _ in range(MOST_PARTS):
        if at + 10 > len(data):
            return at + 1 if data[at : at + 1] == b";" else None
        match data[at]:
            case 0x3B:
                return at + 1
            case 0x21:
                at = _gif_blocks(data, at + 2)
            case 0x2C:
                at = _gif_blocks(data, at + 11 + _palette(data[at + 9]))
            case _:
                raise Refused("broken")
    raise Refused("broken")


def _palette(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _gif_blocks(data: mmap, at: int) -> int:
    for _ in range(2 * MOST_PARTS):
        if at >= len(data) or not data[at]:
            return at + 1
        at += data[at] + 1
    raise Refused("broken")


def riff_end(data: mmap) -> int | None:
    end = 8 + int.from_bytes(data[4:8], "little")
    return end if end <= len(data) else None


def boxes_end(data: mmap) -> int | None:
    """Of the boxes of an MP4, QuickTime or HEIF file; None if the last one is cut off."""
    at = 0
    for _ in range(MOST_PARTS):
        name, _, end = box(data, at, len(data))
        if not name:
            return at
        if end > len(data):
            return None
        at = end
    raise Refused("broken")


def box(data: mmap, at: int, limit: int) -> tuple[bytes, int, int]:
    """(name, start of the content, end) of the box there; an empty name if there is none."""
    if at + 8 > limit:
        return b"", at, at
    size, name, start = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], at + 8
    if size == 1:
        size, start = int.from_bytes(data[at + 8 : at + 16]), at + 16
    elif size == 0:
        size = limit - at
    if size < start - at or not all(0x20 <= letter < 0x7F or letter == 0xA9 for letter in name):
        return b"", at, at
    return name, start, at + size
