"""What a person is given to keep: the receipt and the slip."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
import segno
from PIL import Image

from contest.papers import MAKERS
from contest.papers import view as v
from tests.contest.dossiers import (
    MISSING,
    Files,
    a_drawing,
    a_photo,
    joined,
    page_image,
    page_sizes,
    text_of,
)

URL = "https://vidu.example/r/7K3M2-" + "a1b2c3" * 3
HASH = "0123456789abcdef" * 4
LABELS = v.ReceiptLabels(
    title="GIẤY BIÊN NHẬN",
    contest="Hội thi thử nghiệm",
    code="Mã hồ sơ",
    number="Biên nhận số",
    received="Nhận lúc",
    items="Đã nhận",
    hash="Mã kiểm",
    scan="Quét để xem lại",
    replaces="Thay cho biên nhận số",
    notes=("Sửa được đến hết hạn nộp.", "Giữ lấy giấy này."),
)
SLIP = v.SlipView(
    code="4829-KM",
    url=URL,
    sentences=("Hồ sơ này là của bác.", "Quét mã để nhận lại.", "Đừng đưa mã cho người khác."),
    labels=v.SlipLabels(
        title="PHIẾU NHẬN HỒ SƠ",
        contest="Hội thi thử nghiệm",
        code="Mã nhận",
        scan="Quét",
        made="Ngày",
    ),
    made_on="2026-11-23",
)  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def a_receipt(files: Files, **more: Any) -> dict[str, Any]:
    photos = (files.put(a_photo()), files.put(a_drawing()), files.put(b"neither"), MISSING)
    plain: dict[str, Any] = {
        "code": "7K3M2",
        "number": 2,
        "received_at": "2026-11-23T23:59:00+07:00",
        "hash": HASH,
        "url": URL,
        "labels": LABELS,
        "items": (
            v.ReceiptItem(title="Phiếu đăng ký"),
            v.ReceiptItem(title="Ảnh #1 [x] $y$", count="3 ảnh", thumbnails=photos),
        ),
        "replaces": 1,
    }
    return v.ReceiptView(**{**plain, **more}).to_json()


def made(maker: str, args: dict[str, Any], files: Files) -> bytes:
    data = MAKERS[maker].make(args, files.find)
    assert data == MAKERS[maker].make(args, files.find)
    return data


def qr_in(image: Image.Image) -> list[list[int]]:
    """The modules of the QR code in a picture: the tallest band of dark rows, its first block."""
    dark = np.asarray(image.convert("L")) < 128
    top, bottom = max(runs(dark.any(axis=1), 1), key=lambda run: run[1] - run[0])
    left, right = runs(dark[top:bottom].any(axis=0), 12)[0]
    count = len(segno.make_qr(URL, error="q").matrix)
    lines = np.flatnonzero(dark[top:bottom, left:right].any(axis=1))  # text beside it may be taller
    top, bottom = top + int(lines[0]), top + int(lines[-1]) + 1
    assert abs((right - left) - (bottom - top)) <= 2
    at = (np.arange(count) + 0.5) / count
    rows = (top + at * (bottom - top)).astype(int)
    columns = (left + at * (right - left)).astype(int)
    modules: list[list[int]] = dark[np.ix_(rows, columns)].astype(int).tolist()
    return modules


def runs(marked: np.ndarray[Any, Any], gap: int) -> list[tuple[int, int]]:
    """From where to where something is marked; a smaller gap does not end a run."""
    found: list[tuple[int, int]] = []
    for place in np.flatnonzero(marked):
        if found and place - found[-1][1] < gap:
            found[-1] = (found[-1][0], int(place) + 1)
        else:
            found.append((int(place), int(place) + 1))
    return found


WANTED = [[int(cell) for cell in row] for row in segno.make_qr(URL, error="q").matrix]


def test_the_receipt_says_what_was_handed_in(files: Files) -> None:
    data = made("receipt_pdf", a_receipt(files), files)
    assert page_sizes(data) == [(210, 297)]
    text = text_of(data)
    for told in ("GIẤY BIÊN NHẬN", "7K3M2", "Biên nhận số 2", "Nhận lúc 23:59, 23/11/2026",
                 "Thay cho biên nhận số 1", "1. Phiếu đăng ký", "2. Ảnh #1 [x] $y$: 3 ảnh", HASH,
                 "Sửa được đến hết hạn nộp.", "Giữ lấy giấy này."):  # fmt: skip
        assert joined(told) in text
    first = text_of(made("receipt_pdf", a_receipt(files, replaces=None), files))
    assert joined("Thay cho") not in first


def test_the_receipt_shows_its_files_small(files: Files) -> None:
    with_photos = made("receipt_pdf", a_receipt(files), files)
    with pikepdf.open(io.BytesIO(with_photos)) as document:
        assert len(document.pages[0].get_images()) == 2  # of four, one is gone and one no picture
    assert len(with_photos) < 150_000


def test_the_picture_fits_a_phone(files: Files) -> None:
    data = made("receipt_png", a_receipt(files), files)
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.width) == ("PNG", 1080)
    assert image.height > 1500
    assert len(data) < 250_000
    longer = made("receipt_png", a_receipt(files, items=[v.ReceiptItem(title="Mục")] * 40), files)
    assert Image.open(io.BytesIO(longer)).height > image.height


def test_a_long_receipt_flows_over_pages(files: Files) -> None:
    items = [v.ReceiptItem(title=f"Mục {number}", count="x" * 90) for number in range(60)]
    data = made("receipt_pdf", a_receipt(files, items=items), files)
    assert len(page_sizes(data)) > 1
    assert joined("60. Mục 59") in text_of(data)


def test_the_code_leads_to_the_address(files: Files) -> None:
    picture = Image.open(io.BytesIO(made("receipt_png", a_receipt(files), files)))
    assert qr_in(picture) == WANTED
    paper = made("receipt_pdf", a_receipt(files), files)
    assert qr_in(page_image(paper, scale=4)) == WANTED
    slip = made("slip_pdf", SLIP.to_json(), files)
    assert qr_in(page_image(slip, scale=3)) == WANTED


def test_the_slip_is_one_page_that_a_person_can_read(files: Files) -> None:
    data = made("slip_pdf", SLIP.to_json(), files)
    assert page_sizes(data) == [(210, 297)]
    text = text_of(data)
    for told in ("4829-KM", *SLIP.sentences, "Ngày 23/11/2026", "PHIẾU NHẬN HỒ SƠ"):
        assert joined(told) in text
