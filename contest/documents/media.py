"""Recordings: are they whole, and is there a picture in them? Nothing is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from mmap import mmap

from contest.documents.ends import box, boxes_end, hides_another, riff_end
from contest.documents.kinds import HEAD, mp3_frame
from contest.documents.limits import Refused, Seen

_OGG_VOICES = re.compile(rb"OpusHead|\x01vorbis|Speex   |\x7fFLAC")
_WEBM_TRACKS = 1 << 16  # how far in the list of tracks begins, by far
_MOST_TRACKS = 64
_RESYNC = 1 << 16  # how far behind its tags an MP3 may begin


def check(data: mmap, media_type: str) -> Seen:
    """Raises Refused. Width and height are a film's own, in pixels, if it says them."""
    match media_type:
        case "video/mp4" | "video/quicktime" | "audio/mp4":
            seen, end = _boxed(data)
        case "video/webm":
            seen, end = _matroska(data), len(data)
        case "audio/ogg":
            seen, end = _ogg(data), len(data)
        case "audio/wav":
            # a recorder that was stopped hard leaves the length unsaid, and every player copes
            seen, end = _wav(data), riff_end(data) or len(data)
        case "audio/mpeg":
            seen, end = _mp3(data), len(data)
        case _:
            seen, end = Seen(media_type), len(data)
    if hides_another(data, end):
        raise Refused("polyglot")
    return seen


def _boxed(data: mmap) -> tuple[Seen, int]:
    """What it is, and where it ends."""
    tracks = [_track(data, *inside) for inside in _tracks(data)]
    end = boxes_end(data)
    if end is None or not tracks:  # the list of tracks is what phones write last
        raise Refused("truncated")
    brand = data[8:12] if data[4:8] == b"ftyp" else b"qt  "
    form = {b"qt  ": "quicktime", b"3gp": "3gpp", b"3g2": "3gpp"}.get(
        brand if brand == b"qt  " else brand[:3], "mp4"
    )
    films = [track for track in tracks if track[0] == b"vide"]
    if films:
        return Seen(f"video/{form}", width=films[0][1], height=films[0][2]), end
    if any(track[0] == b"soun" for track in tracks):
        return Seen(f"audio/{form}"), end
    raise Refused("unknown")


def _inside(data: mmap, start: int, end: int, wanted: bytes) -> Iterator[tuple[int, int]]:
    """(start, end) of the content of each box of that name between two places."""
    at = start
    for _ in range(1000):
        name, content, at_end = box(data, at, end)
        if not name or at_end > end:
            return
        if name == wanted:
            yield content, at_end
        at = at_end


def _tracks(data: mmap) -> list[tuple[int, int]]:
    found = [
        track
        for moov in _inside(data, 0, len(data), b"moov")
        for track in _inside(data, *moov, b"trak")
    ]
    return found[:_MOST_TRACKS]


def _track(data: mmap, start: int, end: int) -> tuple[bytes, int, int]:
    """(what it is, width, height)"""
    what, width, height = b"", 0, 0
    for head_start, head_end in _inside(data, start, end, b"tkhd"):
        if head_end - head_start >= 84:
            width = int.from_bytes(data[head_end - 8 : head_end - 6])
            height = int.from_bytes(data[head_end - 4 : head_end - 2])
    for media in _inside(data, start, end, b"mdia"):
        for handler, _ in _inside(data, *media, b"hdlr"):
            what = data[handler + 8 : handler + 12]
    return what, width, height


def _matroska(data: mmap) -> Seen:
    head = data[:_WEBM_TRACKS]
    form = "webm" if b"webm" in head[:HEAD] else "x-matroska"
    if b"V_" in head:
        return Seen(f"video/{form}")
    if b"A_" in head:
        return Seen(f"audio/{form}")
    raise Refused("truncated")


def _ogg(data: mmap) -> Seen:
    if _OGG_VOICES.search(data, 0, HEAD):
        return Seen("audio/ogg")
    raise Refused("unknown" if b"theora" in data[:HEAD] else "broken")


def _wav(data: mmap) -> Seen:
    if b"fmt " in data[:HEAD]:
        return Seen("audio/wav")
    raise Refused("broken")


def _mp3(data: mmap) -> Seen:
    start = 0
    if data[:3] == b"ID3":
        size = data[6:10]
        if len(size) < 4:
            raise Refused("truncated")
        start = 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])
    if start >= len(data):
        raise Refused("truncated")
    at = data.find(b"\xff", start, start + _RESYNC)
    while at >= 0:
        if mp3_frame(data, at):
            return Seen("audio/mpeg")
        at = data.find(b"\xff", at + 1, start + _RESYNC)
    raise Refused("broken")
