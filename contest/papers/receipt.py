"""What a person is given to keep: the receipt, as paper and as a picture for the phone; the slip.

Their words come with the values, in the person's language; the forms lie beside this module, since
a receipt is the assistant's own paper, not the contest's.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import segno
from PIL import Image

from contest.papers import Find
from contest.papers.pictures import looks_like_pdf, thumbnail
from contest.papers.typesetting import typeset, typeset_png
from contest.papers.view import ReceiptItem, ReceiptView, SlipView

FORMS = Path(__file__).parent / "forms"
PHONE_PPI = 216  # the form is 5 inches wide for a phone: 1080 pixels
COLOURS = 128


def receipt_pdf(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a ReceiptView. A4."""
    view = ReceiptView.from_json(args)
    pictures = _pictures(view, find)
    return typeset(FORMS / "receipt.typ", _receipt(view, pictures, "a4"), _day(view), pictures)


def receipt_png(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: a ReceiptView. 1080 pixels wide, as high as it needs to be."""
    view = ReceiptView.from_json(args)
    pictures = _pictures(view, find)
    data = _receipt(view, pictures, "phone")
    drawn = typeset_png(FORMS / "receipt.typ", data, _day(view), pictures, PHONE_PPI)
    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as image:
        # fewer colours: a third of the bytes, and nobody judges a photo by its thumbnail
        image.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def slip_pdf(args: Mapping[str, Any], _find: Find) -> bytes:
    """`args`: a SlipView. One A4 page."""
    view = SlipView.from_json(args)
    made_on = date.fromisoformat(view.made_on)
    data = {**view.to_json(), "made_on": f"{made_on:%d/%m/%Y}"}
    return typeset(FORMS / "slip.typ", data, made_on, {"qr.svg": qr(view.url)})


def qr(url: str) -> bytes:
    """The QR code of an address as SVG, readable with a quarter of it dirty."""
    out = io.BytesIO()
    segno.make_qr(url, error="q").save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue()


def _day(view: ReceiptView) -> date:
    return datetime.fromisoformat(view.received_at).date()


def _pictures(view: ReceiptView, find: Find) -> dict[str, bytes]:
    pictures = {"qr.svg": qr(view.url)}
    for sha256 in dict.fromkeys(each for item in view.items for each in item.thumbnails):
        path = find(sha256)
        small = path and thumbnail(path, "pdf" if looks_like_pdf(path) else "image")
        if small:
            pictures[f"{sha256}.jpg"] = small
    return pictures


def _receipt(view: ReceiptView, pictures: Mapping[str, bytes], shape: str) -> dict[str, Any]:
    received = datetime.fromisoformat(view.received_at)
    return {
        **view.to_json(),
        "shape": shape,
        "received_at": f"{received:%H:%M, %d/%m/%Y}",
        "number": str(view.number),
        "replaces": "" if view.replaces is None else str(view.replaces),
        "hash": [view.hash[start : start + 8] for start in range(0, len(view.hash), 8)],
        "items": [_item(item, pictures) for item in view.items],
    }


def _item(item: ReceiptItem, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    names = [f"{sha256}.jpg" for sha256 in item.thumbnails]
    thumbnails = [name for name in names if name in pictures]
    return {"title": item.title, "count": item.count, "thumbnails": thumbnails}
