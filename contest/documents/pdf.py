"""PDF: read by qpdf with its limits on, searched for what runs or hides, first page drawn small."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from pikepdf import settings

from contest.documents.ends import hides_program, zip_end
from contest.documents.kinds import HEAD, UNKNOWN, name_of_unknown
from contest.documents.limits import MB, Limits, Refused, Seen

TYPE = "application/pdf"
_LONG_SIDE = 900  # pixels of the first page, drawn
_TAIL = 2048  # where the end mark stands, with what servers put behind it
_SMALL_STREAM = 64_000  # bytes: once inflated, at most 66 MB
_MOST_UNPACKED = 1_000 * MB  # of all streams that are looked into, to bound the time
_MOST_STRUCTURE = 64 * MB  # of one stream that qpdf itself inflates: packed objects, the table
_CHUNK = 1 << 20

_STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
# what starts by itself or is carried along; links, bookmarks and form fields are harmless
_ACTIVE = re.compile(rb"/(?:JS|JavaScript|Launch|EF|XFA|RichMedia|GoToE|ImportData)(?=[\s/<(\[]|$)")
_STREAM = re.compile(rb"\bstream\r?\n")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L (\d{1,12})")


def check(path: Path, data: mmap, limits: Limits) -> Seen:
    """Raises Refused. Width and height are those of the first page, in points (1/72 inch)."""
    _nothing_in_front(data)
    with _bounded():
        exceeded = settings.qpdf_limit_errors()
        try:
            return _opened(path, data, limits)
        except pikepdf.PasswordError as error:
            raise Refused("encrypted") from error
        except (MemoryError, RecursionError) as error:
            raise Refused("bomb") from error
        except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError,
                AttributeError, IndexError, RuntimeError, OverflowError) as error:  # fmt: skip
            if settings.qpdf_limit_errors() > exceeded or _swollen(data, limits):
                raise Refused("bomb") from error
            raise Refused("truncated" if _is_cut(data) else "broken") from error


@contextmanager
def _bounded() -> Iterator[None]:
    before = settings.set_qpdf_limits(
        flate_max_memory=_MOST_STRUCTURE,
        run_length_max_memory=_MOST_STRUCTURE,
        png_max_memory=_MOST_STRUCTURE,
        tiff_max_memory=_MOST_STRUCTURE,
        max_stream_filters=4,
        doc_max_warnings=1_000,
        parser_max_container_size=1_000_000,
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def _swollen(data: mmap, limits: Limits) -> bool:
    """Whether a stream of a file that could not be read inflates without end.

    qpdf stops at its limit and then only misses what was in the stream, so it cannot tell.
    """
    left = _MOST_UNPACKED
    try:
        for start in _STREAM.finditer(data):
            packed = data[start.end() : max(data.find(b"endstream", start.end()), start.end())]
            if packed[:1] in (b"\x78", b"\x48", b"\x58", b"\x68"):
                left -= inflated(packed, min(left, limits.max_inflated))
    except Refused:
        return True
    return False


def _nothing_in_front(data: mmap) -> None:
    head = data[:HEAD]
    before = head[: head.find(b"%PDF-")]
    if before.strip() and name_of_unknown(before) not in (UNKNOWN, "text/plain"):
        raise Refused("polyglot")


def _is_cut(data: mmap) -> bool:
    tail = data[-_TAIL:]
    linearized = _LINEARIZED.search(data, 0, HEAD)
    return b"%%EOF" not in tail or (linearized is not None and int(linearized[1]) > len(data))


def _opened(path: Path, data: mmap, limits: Limits) -> Seen:
    whole = True
    try:
        pdf = pikepdf.open(path, attempt_recovery=False)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        pdf, whole = pikepdf.open(path), False
    with pdf:
        if not whole and _is_cut(data):
            raise Refused("truncated")
        pages = len(pdf.pages)
        if pages > limits.max_pages:
            raise Refused("too_many_pages")
        if not pages:
            raise Refused("broken")
        _boxes(pdf, limits)
        _objects(pdf, limits)
    if zip_end(data) or hides_program(data, max(0, data.rfind(b"%%EOF"))):
        raise Refused("polyglot")
    return _drawn(path, pages)


def _boxes(pdf: pikepdf.Pdf, limits: Limits) -> None:
    for page in pdf.pages:
        for box in (page.mediabox, page.cropbox):
            left, bottom, right, top = (float(side) for side in box.as_list())
            if max(abs(right - left), abs(top - bottom)) > limits.max_page_side:
                raise Refused("bomb")


def _objects(pdf: pikepdf.Pdf, limits: Limits) -> None:
    left = _MOST_UNPACKED
    if len(pdf.objects) > limits.max_objects:
        raise Refused("bomb")
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            left -= _stream(thing, limits)
            if left < 0:
                raise Refused("bomb")
            written = thing.stream_dict.unparse(resolved=True)
        else:
            written = thing.unparse(resolved=True)
        if _ACTIVE.search(_STRINGS.sub(b"", written)):
            raise Refused("active")


def _stream(stream: pikepdf.Stream, limits: Limits) -> int:
    """Bytes it inflated to, as far as it had to be looked into."""
    if stream.get("/Subtype") == "/Image":
        pixels = int(stream.get("/Width", 0)) * int(stream.get("/Height", 0))
        if pixels > limits.max_jpeg_pixels:
            raise Refused("bomb")
    filters = stream.get("/Filter")
    names = [str(f) for f in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if sum(name in ("/FlateDecode", "/Fl", "/LZWDecode", "/RunLengthDecode") for name in names) > 1:
        raise Refused("bomb")  # packed twice: no program does, except to hide the size
    if names[:1] != ["/FlateDecode"]:
        return 0
    raw = stream.read_raw_bytes()
    return inflated(raw, limits.max_inflated) if len(raw) > _SMALL_STREAM else 0


def inflated(raw: bytes, most: int) -> int:
    """How many bytes these become; raises Refused when that is more than `most`."""
    inflate, count, rest = zlib.decompressobj(), 0, raw
    while rest and not inflate.eof:
        try:
            count += len(inflate.decompress(rest, _CHUNK))
        except zlib.error:
            break  # viewers show what came so far
        if count > most:
            raise Refused("bomb")
        rest = inflate.unconsumed_tail
    return count


def _drawn(path: Path, pages: int) -> Seen:
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        width, height = page.get_size()
        scale = _LONG_SIDE / max(width, height, 1.0)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        grey = np.array(bitmap.to_numpy(), dtype=np.uint8)
        return Seen(TYPE, pages, round(width), round(height), grey.reshape(grey.shape[:2]))
    finally:
        document.close()
