"""An item as one PDF, and the whole dossier as one PDF, to be printed at the commune."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import pikepdf

from contest.papers import Find
from contest.papers.forms import PHOTOS_BYTES, pdf, photos
from contest.papers.pictures import OnceRead, Read, upright
from contest.papers.sheets import PICTURE, Sheets, lay, saved
from contest.papers.typesetting import typeset
from contest.papers.view import DossierView, FileRef, ItemView
from contest.papers.words import forms_of, words_of

ITEM_BYTES = 10_000_000
DOSSIER_BYTES = 20_000_000
FORMS_BYTES = 1_000_000  # more than the two of them, their photos apart, have ever had


def item_pdf(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: an ItemView. A4, at most 10 MB; what cannot be printed is listed."""
    view = ItemView.from_json(args)
    return sheets_of(view, find).item(view.item, ITEM_BYTES)


def dossier_pdf(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a DossierView. Both forms and every item, A4, pages numbered through."""
    view = DossierView.from_json(args)
    read = OnceRead(PICTURE).upright
    sheets = sheets_of(view, find, read)
    shown = photos(view, find, read)
    out = pikepdf.Pdf.new()
    parts = [pdf(view, "registration", {}, numbered=False)]
    parts.append(pdf(view, "description", shown, numbered=False))
    parts.extend(items_of(view, sheets, DOSSIER_BYTES - PHOTOS_BYTES - FORMS_BYTES).values())
    for part in parts:
        with pikepdf.open(io.BytesIO(part)) as document:
            out.pages.extend(document.pages)
    _number(out, view, sheets)
    return saved(out)


def sheets_of(view: DossierView | ItemView, find: Find, read: Read = upright) -> Sheets:
    """The maker of a dossier's pages."""
    pack = view.contest.pack
    made_on = date.fromisoformat(view.made_on)
    return Sheets(find, words_of(pack), forms_of(pack), view.code, made_on, read)


def items_of(view: DossierView, sheets: Sheets, most: int) -> dict[str, bytes]:
    """id -> the PDF of each item that has files. They share `most` bytes by their pages."""
    with_files = [item for item in view.items if item.files]
    pages = {item.id: max(1, sum(map(_pages, item.files))) for item in with_files}
    whole = sum(pages.values())
    return {
        item.id: sheets.item(item, min(ITEM_BYTES, most * pages[item.id] // whole))
        for item in with_files
    }


def _pages(file: FileRef) -> int:
    return file.pages if file.kind in ("image", "pdf") else 0


def _number(out: pikepdf.Pdf, view: DossierView, sheets: Sheets) -> None:
    """Say on each page whose it is and which of how many."""
    lying = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in out.pages]
    foot = sheets.words.foot(view.code, sheets.made_on, draft=view.draft)
    data = {"footer": foot, "pages": lying}
    stamps = typeset(sheets.forms / "stamp.typ", data, sheets.made_on)
    with pikepdf.open(io.BytesIO(stamps)) as document:
        for n, (page, stamp) in enumerate(zip(out.pages, document.pages, strict=True), 1):
            lay(page, stamp, pikepdf.Rectangle(page.mediabox), f"/Stamp{n}")
