"""The pages of an item: its images and PDFs in their order, upright, on A4, not too many bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from contest.papers import Find
from contest.papers.pictures import Read, Unreadable, fitting, page_picture, upright
from contest.papers.typesetting import typeset
from contest.papers.view import FileRef, Item
from contest.papers.words import PaperWords

A4 = (595.276, 841.89)  # points
NEAR = 3.0  # points by which a page may differ and still be A4
MARGIN = 28.0  # points around a page that is brought to A4
PICTURE = 1600  # pixels: 160 an inch on A4
LEAST = 40_000  # bytes a page may always have
TRIES = 3


@dataclass(slots=True)
class Sheet:
    """A page of ours: a picture with its caption, or lines about what is not printed."""

    lines: list[str] = field(default_factory=list)
    picture: bytes = b""
    flipped: bool = False  # A4 lying
    label: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """How the pages of items are made. `forms`: the folder of the pack's forms."""

    find: Find
    words: PaperWords
    forms: Path
    code: str
    made_on: date
    read: Read = upright

    def item(self, item: Item, most: int) -> bytes:
        """The PDF of an item, in at most `most` bytes where 40 KB a page allow it."""
        files = [(file, self.find(file.sha256)) for file in item.files]
        each = _allowance(files, most)
        as_pictures = sum(_size(path) for file, path in files if file.kind == "pdf") > most // 2
        for _ in range(TRIES):
            made = self._made(item, files, each, as_pictures=as_pictures)
            if len(made) <= most or each == LEAST:
                break
            each = max(LEAST, each * most // len(made) * 9 // 10)
            as_pictures = True
        return made

    def _made(
        self,
        item: Item,
        files: Sequence[tuple[FileRef, Path | None]],
        each: int,
        *,
        as_pictures: bool,
    ) -> bytes:
        out = pikepdf.Pdf.new()
        sheets: list[Sheet] = []
        for number, (file, path) in enumerate(files, 1):
            for part in self._parts(file, path, number, each, as_pictures=as_pictures):
                if isinstance(part, Sheet):
                    _add(sheets, part)
                else:
                    self._print(out, item, sheets)
                    append_pages(out, part)
                    part.close()
        if sheets or not files:
            self._print(out, item, sheets or [Sheet()])
        return saved(out)

    def _parts(
        self, file: FileRef, path: Path | None, number: int, each: int, *, as_pictures: bool
    ) -> Iterator[Sheet | pikepdf.Pdf]:
        name = self.words.name_of(file, number)
        if path is None:
            yield Sheet([self.words.missing.format(name=name)])
            return
        try:
            if file.kind == "image":
                yield from self._pictures(file, path, number, each)
            elif file.kind == "pdf" and as_pictures:
                yield from self._pages(path, name, each)
            elif file.kind == "pdf":
                yield flat(path)
            else:
                kind = self.words.kinds[file.kind]
                yield Sheet([self.words.attached.format(name=name, kind=kind)])
        except (*Unreadable, pikepdf.PdfError, pypdfium2.PdfiumError):
            yield Sheet([self.words.unreadable.format(name=name)])

    def _pictures(self, file: FileRef, path: Path, number: int, each: int) -> Iterator[Sheet]:
        for frame in range(file.pages):
            image = self.read(path, PICTURE, frame)
            yield Sheet(
                picture=fitting(image, each),
                flipped=image.width > image.height,
                label=f"{self.words.picture.format(number=number)}.",
                caption=file.caption,
            )

    def _pages(self, path: Path, name: str, each: int) -> Iterator[Sheet]:
        with pikepdf.open(path) as document:
            count = len(document.pages)
        for number in range(count):
            image = page_picture(path, number, PICTURE)
            yield Sheet(
                picture=fitting(image, each),
                flipped=image.width > image.height,
                label=f"{name},",
                caption=self.words.page.format(number=number + 1),
            )

    def _print(self, out: pikepdf.Pdf, item: Item, sheets: list[Sheet]) -> None:
        """Put the sheets at the end of the document, and forget them."""
        if not sheets:
            return
        pictures = {f"{n}.jpg": each.picture for n, each in enumerate(sheets) if each.picture}
        rows = [
            {
                "lines": each.lines,
                "picture": f"{n}.jpg" if each.picture else "",
                "flipped": each.flipped,
                "label": each.label,
                "caption": each.caption,
            }
            for n, each in enumerate(sheets)
        ]
        data: dict[str, Any] = {"heading": item.title, "code": self.code, "sheets": rows}
        printed = typeset(self.forms / "item.typ", data, self.made_on, pictures)
        with pikepdf.open(io.BytesIO(printed)) as part:
            out.pages.extend(part.pages)
        sheets.clear()


def _add(sheets: list[Sheet], sheet: Sheet) -> None:
    """Lines about files that follow each other share a page."""
    if sheets and sheets[-1].lines and sheet.lines:
        sheets[-1].lines.extend(sheet.lines)
    else:
        sheets.append(sheet)


def _size(path: Path | None) -> int:
    return path.stat().st_size if path else 0


def _allowance(files: Sequence[tuple[FileRef, Path | None]], most: int) -> int:
    """How many bytes a picture may have, if every page gets the same."""
    pages = sum(file.pages for file, _ in files if file.kind in ("image", "pdf"))
    return max(LEAST, most * 9 // 10 // max(pages, 1))


def flat(path: Path) -> pikepdf.Pdf:
    """A PDF whose stamps and filled fields are part of its pages. Raises pikepdf.PdfError."""
    document = pikepdf.open(path)
    document.generate_appearance_streams()
    document.flatten_annotations("print")
    return document


def append_pages(out: pikepdf.Pdf, document: pikepdf.Pdf) -> None:
    """Its pages at the end, each on A4, standing or lying as it is."""
    for page in document.pages:
        if _is_a4(page):
            out.pages.append(page)
            continue
        width, height = _turned_size(page)
        paper = A4 if height >= width else A4[::-1]
        inside = pikepdf.Rectangle(MARGIN, MARGIN, paper[0] - MARGIN, paper[1] - MARGIN)
        lay(out.add_blank_page(page_size=paper), page, inside, "/Whole")


def lay(page: pikepdf.Page, other: pikepdf.Page, inside: pikepdf.Rectangle, name: str) -> None:
    """Put a page over another, as large as fits. `name`: of what is laid, new to the page.

    pikepdf's `add_overlay` does the same under a random name, which would change the bytes.
    """
    form = page.add_resource(other.as_form_xobject(), pikepdf.Name.XObject, pikepdf.Name(name))
    laid = page.obj.Resources.XObject[form]
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n")
    page.contents_add(page.calc_form_xobject_placement(laid, form, inside, allow_expand=True))
    page.contents_coalesce()


def _is_a4(page: pikepdf.Page) -> bool:
    box = [float(x) for x in page.trimbox]
    plain = int(page.obj.get("/Rotate", 0)) % 360 == 0 and "/UserUnit" not in page.obj
    if not plain or list(page.mediabox) != list(page.cropbox) or box[:2] != [0, 0]:
        return False
    return any(
        abs(box[2] - width) <= NEAR and abs(box[3] - height) <= NEAR
        for width, height in (A4, A4[::-1])
    )


def _turned_size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(x) for x in page.trimbox)
    width, height = abs(right - left), abs(top - bottom)
    return (height, width) if int(page.obj.get("/Rotate", 0)) % 180 else (width, height)


def saved(document: pikepdf.Pdf) -> bytes:
    """Its bytes, with an id that follows from them."""
    document.remove_unreferenced_resources()
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
