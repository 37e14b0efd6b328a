"""One look at a file: the check of its kind, then what can be told of a page."""

from __future__ import annotations

import logging
import warnings
from mmap import ACCESS_READ, mmap
from pathlib import Path

from contest.documents import coach, fingerprint, kinds, media, pdf, pictures, sheet, word
from contest.documents.facts import FileFacts, Kind
from contest.documents.limits import Advice, Limits, Refused, Seen

log = logging.getLogger(__name__)

_OF_WORD = {"truncated", "broken", "encrypted", "macros", "active", "bomb", "polyglot"}


def look_at(path: Path, name: str, limits: Limits) -> FileFacts:
    """See `contest.documents.facts.look`."""
    size = path.stat().st_size
    if not size:
        return FileFacts("other", "application/x-empty", 0, problem="empty")
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        media_type = kinds.type_of(data)
        if media_type == kinds.UNKNOWN:
            media_type = kinds.name_of_unknown(data[: kinds.HEAD], name)
            return FileFacts("other", media_type, size, problem="unknown")
        try:
            if size > limits.max_bytes:
                raise Refused("too_large")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a decoder's remarks on damage
                seen = _checked(path, data, media_type, limits)
        except Refused as refused:
            if media_type == kinds.ZIP and refused.problem in _OF_WORD:
                media_type = kinds.DOCX
            return FileFacts(_kind(media_type), media_type, size, problem=refused.problem)
        except Exception:  # noqa: BLE001 -- whatever a library makes of wild bytes
            return FileFacts(_kind(media_type), media_type, size, problem="broken")
    return _facts(seen, size)


def _facts(seen: Seen, size: int) -> FileFacts:
    kind = _kind(seen.type)
    advice: tuple[Advice, ...] = ()
    mark = ""
    if seen.grey is not None:
        try:
            page = sheet.read(seen.grey)
            mark = fingerprint.of(page)
            if kind == "image":
                advice = coach.advise(page, max(seen.width, seen.height))
        except Exception:
            log.exception("no advice on a picture of %d x %d", seen.width, seen.height)
    return FileFacts(kind, seen.type, size, seen.pages, seen.width, seen.height, "", advice, mark)


def _kind(media_type: str) -> Kind:
    match media_type.split("/"):
        case ["image" | "audio" | "video" as kind, _]:
            return kind
        case _ if media_type == pdf.TYPE:
            return "pdf"
        case _ if media_type == kinds.DOCX:
            return "docx"
        case _:
            return "other"


def _checked(path: Path, data: mmap, media_type: str, limits: Limits) -> Seen:
    match media_type:
        case pdf.TYPE:
            return pdf.check(path, data, limits)
        case kinds.ZIP:
            return word.check(path, data, limits)
        case kinds.OLE:
            raise Refused(word.problem_of_old(data))
        case kinds.RTF:
            raise Refused("old_word")
        case _ if media_type.startswith("image/"):
            return pictures.check(path, data, media_type, limits)
        case _:
            return media.check(data, media_type)
