"""Dossiers of people there are not, and files made for them."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pillow_heif
import pypdfium2
from PIL import Image

from contest.papers import view as v

pillow_heif.register_heif_opener()

MISSING = "0" * 64
RED, GREEN, BLUE = (200, 30, 30), (30, 160, 30), (30, 30, 200)


class Files:
    """A folder of files by their sha256, as the store keeps them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.find = partial(in_folder, folder)

    def put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        (self.folder / sha256).write_bytes(data)
        return sha256

    def image(self, data: bytes, **more: Any) -> v.FileRef:
        return v.FileRef(sha256=self.put(data), kind="image", **more)

    def pdf(self, data: bytes, **more: Any) -> v.FileRef:
        return v.FileRef(sha256=self.put(data), kind="pdf", **more)


def in_folder(folder: Path, sha256: str) -> Path | None:
    path = folder / sha256
    return path if path.is_file() else None


def a_photo(
    size: tuple[int, int] = (800, 600),
    colour: tuple[int, int, int] = RED,
    *,
    turned: int = 1,
    form: str = "JPEG",
    noise: bool = False,
) -> bytes:
    """A picture whose upper left quarter is white. `turned`: EXIF orientation, as of a phone.

    The stored pixels are turned the other way, so that a viewer shows the quarter where it belongs.
    """
    image = Image.effect_noise(size, 90).convert("RGB") if noise else Image.new("RGB", size, colour)
    image.paste((255, 255, 255), (0, 0, size[0] // 2, size[1] // 2))
    back = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
            8: Image.Transpose.ROTATE_270}  # fmt: skip
    if turned != 1:
        image = image.transpose(back[turned])
    exif = Image.Exif()
    exif[0x0112] = turned
    exif.get_ifd(0x8825)[1] = "N"  # a phone also writes where it was
    out = io.BytesIO()
    image.save(out, form, exif=exif, quality=90)
    return out.getvalue()


def a_drawing(
    texts: Sequence[str] = ("Ban ve 1",), size: tuple[float, float] = (595, 842), turned: int = 0
) -> bytes:
    """A PDF with a page for each text."""
    document = pikepdf.new()
    for text in texts:
        page = document.add_blank_page(page_size=size)
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        at = f"BT /F1 24 Tf 60 {size[1] - 90} Td ({text}) Tj ET"
        page.obj.Contents = document.make_stream(at.encode())
        if turned:
            page.obj.Rotate = turned
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


CONTEST = v.Contest(
    name="Hội thi Sáng tạo Kỹ thuật thử nghiệm",
    office="Cơ quan thường trực thử nghiệm",
    deadline="2027-05-30",
    pack="lang-son-9",
)
AUTHOR = v.Author(
    name="Nông Văn Thử",
    born=1971,
    place="Thôn Thử Nghiệm",
    phone="0900 000 001",
    role="Làm khung",
    share=60,
    representative=True,
    confirmed="chat",
)


def a_dossier(**more: Any) -> v.DossierView:
    plain: dict[str, Any] = {
        "contest": CONTEST,
        "code": "7K3M2",
        "title": "Máy tách ngô đạp chân",
        "kind": "group",
        "kind_label": "Một nhóm",
        "field": "Cơ khí tự động hóa",
        "made_on": "2026-11-23",
        "draft": True,
        "authors": (AUTHOR, v.Author(name="Lý Thị Mẫu", share=40, confirmed="paper")),
    }
    return v.DossierView(**{**plain, **more})


def an_item(*files: v.FileRef, title: str = "Ảnh, bản vẽ", illustrates: bool = True) -> v.Item:
    return v.Item(id="photos", title=title, illustrates=illustrates, files=files)


def item_args(item: v.Item) -> dict[str, Any]:
    return v.ItemView(contest=CONTEST, code="7K3M2", made_on="2026-11-23", item=item).to_json()


def texts_of(pdf: bytes) -> list[str]:
    """What stands on each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def joined(text: str) -> str:
    """Without what a page adds or changes: where lines end, and where a long word may."""
    # pdfium tells a hyphen at the end of a line by a character of its own
    return re.sub(r"[\s\u200b]", "", text.replace("\x02", "-").replace("\ufffe", "-"))


def text_of(pdf: bytes) -> str:
    return joined("".join(texts_of(pdf)))


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """In mm."""
    document = pypdfium2.PdfDocument(pdf)
    return [
        (round(width / 72 * 25.4), round(height / 72 * 25.4))
        for width, height in (page.get_size() for page in document)
    ]


def page_image(pdf: bytes, number: int = 0, scale: float = 1.0) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[number].render(scale=scale).to_pil().convert("RGB")
    return image
