"""The files we make. A maker is a pure function of plain values: same values, same bytes.

Files of the person that go into one are named in the values by their sha256, and looked up with
`find`. What is heavy can be made in another process, so everything here can be pickled; its
libraries are loaded when it is first made, not when the program starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from contest.papers import calendar_file, digest_chart, example, timeline

Find = Callable[[str], Path | None]  # sha256 -> where the file lies, None if it is gone
Make = Callable[[Mapping[str, Any], Find], bytes]


@dataclass(frozen=True, slots=True)
class Maker:
    type: str  # of the file
    make: Make
    heavy: bool = False  # takes long enough, or memory enough, for a process of its own


def _make_at(place: str, args: Mapping[str, Any], find: Find) -> bytes:
    made: bytes = resolve_name(place)(args, find)
    return made


def _heavy(type_: str, place: str) -> Maker:
    return Maker(type_, partial(_make_at, f"{__name__}.{place}"), heavy=True)


PDF, PNG, JPEG, ZIP = "application/pdf", "image/png", "image/jpeg", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MAKERS: Mapping[str, Maker] = {
    "timeline": Maker(PNG, timeline.draw),
    "digest_chart": Maker(PNG, digest_chart.draw),
    "example": Maker(PNG, example.draw),
    "side_by_side": _heavy(JPEG, "side_by_side:draw"),
    "calendar": Maker("text/calendar", calendar_file.write),
    "registration_pdf": _heavy(PDF, "forms:registration_pdf"),
    "registration_docx": _heavy(DOCX, "forms:registration_docx"),
    "description_pdf": _heavy(PDF, "forms:description_pdf"),
    "description_docx": _heavy(DOCX, "forms:description_docx"),
    "item_pdf": _heavy(PDF, "dossier:item_pdf"),
    "dossier_pdf": _heavy(PDF, "dossier:dossier_pdf"),
    "dossier_zip": _heavy(ZIP, "archive:dossier_zip"),
    "data_zip": _heavy(ZIP, "archive:data_zip"),
    "commune_card": _heavy(PNG, "commune_card:draw"),
    "commune_cards": _heavy(ZIP, "commune_card:all_of_them"),
    "table_xlsx": _heavy(XLSX, "table:table_xlsx"),
    "official_docx": _heavy(DOCX, "official:official_docx"),
    "receipt_pdf": _heavy(PDF, "receipt:receipt_pdf"),
    "receipt_png": _heavy(PNG, "receipt:receipt_png"),
    "slip_pdf": _heavy(PDF, "receipt:slip_pdf"),
}
