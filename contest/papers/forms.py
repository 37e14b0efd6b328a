"""The registration form and the description of the solution: as PDF to sign, as DOCX to edit.

The forms belong to the contest's pack (`forms/`): `.typ` for the PDF, `.docx` for Word. Both are
given the same values, listed in `values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contest.papers import Find
from contest.papers.pictures import Read, Unreadable, fitting, upright
from contest.papers.typesetting import typeset
from contest.papers.view import Author, DossierView, FileRef, Section
from contest.papers.word import fill
from contest.papers.words import PaperWords, forms_of, words_of

PHOTO = 1000  # pixels: two stand side by side, 75 mm each, which is 300 dots an inch
PHOTO_BYTES = 250_000
PHOTOS_BYTES = 4_000_000  # together
NOBODY = Author(name="")


def registration_pdf(args: Mapping[str, Any], _find: Find) -> bytes:
    """`args`: a DossierView. A4."""
    return pdf(DossierView.from_json(args), "registration", {})


def registration_docx(args: Mapping[str, Any], _find: Find) -> bytes:
    """`args`: a DossierView."""
    return docx(DossierView.from_json(args), "registration", {})


def description_pdf(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a DossierView. A4; the images of the items that illustrate stand at the end."""
    view = DossierView.from_json(args)
    return pdf(view, "description", photos(view, find))


def description_docx(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a DossierView."""
    view = DossierView.from_json(args)
    return docx(view, "description", photos(view, find))


def pdf(
    view: DossierView, form: str, shown: Mapping[str, bytes], *, numbered: bool = True
) -> bytes:
    """A form as PDF. `shown`: what `photos` gave; `numbered`: with a foot and page numbers."""
    data = {**values(view, form, shown), "numbered": numbered}
    pictures = {f"{sha256}.jpg": data for sha256, data in shown.items()}
    path = forms_of(view.contest.pack) / f"{form}.typ"
    return typeset(path, data, date.fromisoformat(view.made_on), pictures)


def docx(view: DossierView, form: str, shown: Mapping[str, bytes]) -> bytes:
    """A form as DOCX. `shown`: what `photos` gave."""
    path = forms_of(view.contest.pack) / f"{form}.docx"
    return fill(path, values(view, form, shown), date.fromisoformat(view.made_on), shown)


def photos(view: DossierView, find: Find, read: Read = upright) -> dict[str, bytes]:
    """sha256 -> a small JPEG, of the images the description shows; without those it cannot."""
    shown = {}
    most = min(PHOTO_BYTES, PHOTOS_BYTES // max(len(view.illustrations), 1))
    for file in view.illustrations:
        path = find(file.sha256)
        small = path and _small(path, most, read)
        if small:
            shown[file.sha256] = small
    return shown


def _small(path: Path, most: int, read: Read) -> bytes | None:
    try:
        return fitting(read(path, PHOTO, 0), most)
    except Unreadable:
        return None


def values(view: DossierView, form: str, shown: Mapping[str, bytes]) -> dict[str, Any]:
    """What a form may name. Every value is a text ("" for nothing) unless a key says otherwise.

    heading, footer, code, title, kind, kind_label, field, contest {name, office, deadline, pack},
    organisation {name, place, phone} or None, representative (an author), authors and signers
    [{number, name, born, place, phone, role, share, confirmed, standing, signs (bool)}],
    guardians [{name, phone}], sections [{number, title, paragraphs [text], recordings}],
    photos [{label, caption, picture (file name), problem}].
    """
    words = words_of(view.contest.pack)
    made_on = date.fromisoformat(view.made_on)
    authors = [_author(each, number, words) for number, each in enumerate(view.authors, 1)]
    first = [row for row, each in zip(authors, view.authors, strict=True) if each.representative]
    alone = authors if len(authors) == 1 else []
    return {
        "heading": getattr(words.names, form),
        "footer": words.foot(view.code, made_on, draft=view.draft),
        "code": view.code,
        "title": view.title,
        "kind": view.kind,
        "kind_label": view.kind_label,
        "field": view.field,
        "contest": {**_texts(view.contest), "deadline": _day(view.contest.deadline)},
        "organisation": _texts(view.organisation) if view.organisation else None,
        "representative": (first or alone or [_author(NOBODY, 0, words)])[0],
        "authors": authors,
        "signers": [row for row in authors if row not in (first or alone)[:1]],
        "guardians": [_texts(each) for each in view.guardians],
        "sections": [_section(each, n, words) for n, each in enumerate(view.sections, 1)],
        "photos": [_photo(file, n, shown, words) for n, file in enumerate(view.illustrations, 1)],
    }


def _texts(row: Any) -> dict[str, str]:
    return {name: getattr(row, name) or "" for name in row.__struct_fields__}


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day}/{day.month}/{day.year}"


def _author(author: Author, number: int, words: PaperWords) -> dict[str, Any]:
    return {
        "number": str(number),
        "name": author.name,
        "born": str(author.born or ""),
        "place": author.place,
        "phone": author.phone,
        "role": author.role,
        "share": "" if author.share is None else str(author.share),
        "confirmed": author.confirmed,
        "standing": words.confirmed[author.confirmed],
        "signs": author.confirmed in ("paper", "waiting"),
    }


def _section(section: Section, number: int, words: PaperWords) -> dict[str, Any]:
    count = section.recordings
    return {
        "number": str(number),
        "title": section.title,
        "paragraphs": [line.strip() for line in section.text.split("\n") if line.strip()],
        "recordings": words.recordings.format(count=count) if count else "",
    }


def _photo(
    file: FileRef, number: int, shown: Mapping[str, bytes], words: PaperWords
) -> dict[str, str]:
    there = file.sha256 in shown
    return {
        "label": f"{words.picture.format(number=number)}.",
        "caption": file.caption,
        "picture": f"{file.sha256}.jpg" if there else "",
        "problem": "" if there else words.missing.format(name=words.name_of(file, number)),
    }
