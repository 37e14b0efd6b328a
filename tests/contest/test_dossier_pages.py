"""The pages of items, the whole dossier, and the archives."""

from __future__ import annotations

import hashlib
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from contest.papers import MAKERS
from contest.papers import view as v
from contest.papers.archive import extension, plain_name, safe_name
from contest.papers.dossier import DOSSIER_BYTES, ITEM_BYTES
from contest.papers.pictures import THUMBNAIL, OnceRead, thumbnail, upright
from tests.contest.dossiers import (
    BLUE,
    GREEN,
    MISSING,
    RED,
    Files,
    a_dossier,
    a_drawing,
    a_photo,
    an_item,
    item_args,
    joined,
    page_image,
    page_sizes,
    text_of,
    texts_of,
)

UPRIGHT, LYING = (210, 297), (297, 210)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def made(maker: str, args: dict[str, Any], files: Files) -> bytes:
    data = MAKERS[maker].make(args, files.find)
    assert data == MAKERS[maker].make(args, files.find)
    return data


def colour_of(image: Image.Image, across: float, down: float) -> str:
    red, green, blue = image.getpixel(  # type: ignore[misc]
        (int(image.width * across), int(image.height * down))
    )
    if min(red, green, blue) > 230:
        return "white"
    return max((red, "red"), (green, "green"), (blue, "blue"))[1]


def test_images_and_pdfs_become_one_pdf_in_their_order(files: Files) -> None:
    item = an_item(
        files.image(a_photo((400, 800), RED), caption="Trước"),
        files.pdf(a_drawing(("Trang A", "Trang B")), pages=2),
        files.image(a_photo((800, 400), GREEN)),
        files.image(a_photo((400, 500), BLUE)),
        files.pdf(a_drawing(("Trang C",))),
    )
    data = made("item_pdf", item_args(item), files)
    texts = [joined(text) for text in texts_of(data)]
    assert [t for t in texts if t.startswith("Trang")] == ["TrangA", "TrangB", "TrangC"]
    assert [t.startswith("Trang") for t in texts] == [False, True, True, False, False, True]
    assert "Ảnh1.Trước" in texts[0]
    assert page_sizes(data) == [UPRIGHT, UPRIGHT, UPRIGHT, LYING, UPRIGHT, UPRIGHT]
    shown = [colour_of(page_image(data, n), 0.5, 0.6) for n in (0, 3, 4)]
    assert shown == ["red", "green", "blue"]


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
@pytest.mark.parametrize("size", [(1200, 800), (800, 1200)])
def test_a_photo_stands_upright_however_the_phone_was_held(
    files: Files, turned: int, size: tuple[int, int]
) -> None:
    file = files.image(a_photo(size, BLUE, turned=turned))
    data = made("item_pdf", item_args(an_item(file)), files)
    assert page_sizes(data) == [LYING if size[0] > size[1] else UPRIGHT]
    page = page_image(data)
    assert colour_of(page, 0.3, 0.3) == "white"
    assert [colour_of(page, *at) for at in ((0.7, 0.3), (0.3, 0.7), (0.7, 0.7))] == ["blue"] * 3


@pytest.mark.parametrize(
    ("size", "turned", "paper"),
    [
        ((595, 842), 0, UPRIGHT),
        ((842, 595), 0, LYING),
        ((595, 842), 90, LYING),
        ((842, 595), 90, UPRIGHT),
        ((1191, 1684), 0, UPRIGHT),  # A2
        ((200, 300), 180, UPRIGHT),
        ((612, 792), 270, LYING),  # Letter
        ((10_000, 40), 0, LYING),
    ],
)
def test_a_drawing_of_any_size_comes_to_a4(
    files: Files, size: tuple[float, float], turned: int, paper: tuple[int, int]
) -> None:
    file = files.pdf(a_drawing(("Mat cat",), size, turned))
    data = made("item_pdf", item_args(an_item(file)), files)
    assert page_sizes(data) == [paper]
    assert "Matcat" in text_of(data)
    with pikepdf.open(io.BytesIO(data)) as document:
        assert int(document.pages[0].obj.get("/Rotate", 0)) == 0


def test_stamps_and_filled_fields_of_a_pdf_are_kept(files: Files) -> None:
    document = pikepdf.open(io.BytesIO(a_drawing(("Giay",))))
    drawn = document.make_stream(b"0 0 1 rg 0 0 200 200 re f")
    drawn.Type, drawn.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    drawn.BBox = [0, 0, 200, 200]
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[200, 300, 400, 500],
        F=4,
        AP=pikepdf.Dictionary(N=drawn),
    )
    document.pages[0].obj.Annots = document.make_indirect([document.make_indirect(stamp)])
    out = io.BytesIO()
    document.save(out)
    data = made("item_pdf", item_args(an_item(files.pdf(out.getvalue()))), files)
    assert colour_of(page_image(data), 300 / 595, 1 - 400 / 842) == "blue"


def test_what_cannot_be_printed_is_listed(files: Files) -> None:
    item = an_item(
        v.FileRef(sha256=MISSING, kind="image", name="mat.jpg"),
        v.FileRef(sha256=files.put(b"OggS"), kind="audio", name="loi-ke.ogg"),
        v.FileRef(sha256=files.put(b"PK"), kind="docx"),
        files.pdf(b"no pdf", name="hong.pdf"),
        files.image(b"no image", name="hong.jpg"),
        files.image(a_photo()[:2000], name="cut.jpg"),
    )
    data = made("item_pdf", item_args(item), files)
    text = text_of(data)
    for line in ("(thiếu tệp mat.jpg)", "loi-ke.ogg: bản ghi âm, gửi kèm, không in ra được",
                 "Tệp 3: tệp Word", "(không mở được hong.pdf, xem tệp gốc)",
                 "(không mở được hong.jpg, xem tệp gốc)"):  # fmt: skip
        assert joined(line) in text
    assert len(page_sizes(data)) == 1


def test_an_item_without_files_is_a_page_with_its_name(files: Files) -> None:
    assert joined("Ảnh, bản vẽ") in text_of(made("item_pdf", item_args(an_item()), files))


def test_the_pages_of_a_scanned_tiff_are_all_there(files: Files) -> None:
    pages = [Image.new("1", (400, 600), shade) for shade in (0, 1, 0)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    file = files.image(out.getvalue(), pages=3)
    assert page_sizes(made("item_pdf", item_args(an_item(file)), files)) == [UPRIGHT] * 3


@pytest.mark.slow
def test_many_large_photos_stay_within_the_limit(files: Files) -> None:
    refs = []
    for number in range(60):
        image = Image.effect_noise((1600, 1200), 100 + number)
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=90)
        refs.append(files.image(out.getvalue()))
    data = MAKERS["item_pdf"].make(item_args(an_item(*refs)), files.find)
    assert len(data) <= ITEM_BYTES
    assert len(page_sizes(data)) == 60
    dossier = a_dossier(items=(an_item(*refs),))
    assert len(MAKERS["dossier_pdf"].make(dossier.to_json(), files.find)) <= DOSSIER_BYTES


@pytest.mark.slow
def test_a_large_scan_stays_within_the_limit(files: Files) -> None:
    scans = [Image.effect_noise((2480, 3508), 90 + number).convert("RGB") for number in range(4)]
    out = io.BytesIO()
    scans[0].save(out, "PDF", save_all=True, append_images=scans[1:], quality=95, resolution=300)
    assert len(out.getvalue()) > ITEM_BYTES
    file = files.pdf(out.getvalue(), name="quet.pdf", pages=4)
    data = MAKERS["item_pdf"].make(item_args(an_item(file)), files.find)
    assert len(data) <= ITEM_BYTES
    assert page_sizes(data) == [UPRIGHT] * 4
    assert joined("quet.pdf, Trang 4") in text_of(data)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixels_becomes_a_picture(tmp_path: Path, mode: str) -> None:
    form = "TIFF" if mode in ("CMYK", "I;16", "1") else "PNG"
    middle = {"1": 1, "L": 200, "LA": (200, 255), "P": 7, "RGBA": (200, 200, 200, 255),
              "CMYK": (0, 0, 0, 55), "I;16": 200 * 256}  # fmt: skip
    image = Image.new(mode, (900, 600), middle[mode])
    if mode == "P":
        image.putpalette([200] * 768)
    image.save(tmp_path / "a", form)
    small = upright(tmp_path / "a", 300)
    assert (small.mode, small.size) == ("RGB", (300, 200))
    shade, wanted = small.convert("L").getpixel((150, 100)), 255 if mode == "1" else 200
    assert isinstance(shade, int)
    assert abs(shade - wanted) < 8


def test_transparent_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (90, 60), (0, 0, 0, 0)).save(tmp_path / "a", "PNG")
    assert upright(tmp_path / "a", 90).getpixel((5, 5)) == (255, 255, 255)


def test_no_paper_says_where_a_photo_was_taken(files: Files) -> None:
    photo = a_photo()
    assert Image.open(io.BytesIO(photo)).getexif().get_ifd(0x8825)
    file = files.image(photo)
    with pikepdf.open(io.BytesIO(made("item_pdf", item_args(an_item(file)), files))) as document:
        (image,) = document.pages[0].get_images().values()
        assert b"Exif" not in image.read_raw_bytes()
    small = thumbnail(files.folder / file.sha256, "image")
    assert small is not None
    assert not Image.open(io.BytesIO(small)).getexif()


def test_thumbnails_of_a_picture_and_of_a_first_page(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(a_photo((4000, 3000), turned=6))
    (tmp_path / "drawing").write_bytes(a_drawing(("A", "B"), (3000, 1500)))
    (tmp_path / "neither").write_bytes(b"neither")
    photo = thumbnail(tmp_path / "photo", "image")
    drawing = thumbnail(tmp_path / "drawing", "pdf")
    assert photo is not None
    assert drawing is not None
    assert Image.open(io.BytesIO(photo)).size == (THUMBNAIL, THUMBNAIL * 3 // 4)
    assert Image.open(io.BytesIO(drawing)).size == (THUMBNAIL, THUMBNAIL // 2)
    assert len(photo) < 20_000
    assert thumbnail(tmp_path / "neither", "image") is None
    assert thumbnail(tmp_path / "neither", "pdf") is None


def a_whole_dossier(files: Files) -> v.DossierView:
    return a_dossier(
        sections=(v.Section(id="a", title="Vì sao?", text="Đau tay."),),
        items=(
            an_item(
                files.image(a_photo()),
                v.FileRef(sha256=MISSING, kind="image", name="mat.jpg"),
                files.pdf(a_drawing(("Mat truoc", "Mat sau")), pages=2),
                v.FileRef(sha256=files.put(b"\0\0\0\x18ftypmp42"), kind="video", name="chay.mp4"),
            ),
            v.Item(id="none", title="Chưa có gì", illustrates=False),
            v.Item(
                id="proof",
                title="Đánh giá / hiệu quả",
                illustrates=False,
                files=(files.image(a_photo(form="PNG")),),
            ),
        ),
    )


def test_the_whole_dossier_is_one_pdf_with_its_pages_counted(files: Files) -> None:
    data = made("dossier_pdf", a_whole_dossier(files).to_json(), files)
    texts = [joined(text) for text in texts_of(data)]
    assert len(texts) == 8
    for number, text in enumerate(texts, 1):
        assert joined(f"7K3M2, bản đang soạn, chưa nộp, ngày 23/11/2026 {number}/8") in text
        assert text.count("7K3M2") == 1
    order = ["PHIẾUĐĂNGKÝ", "BẢNMÔTẢ", "Ảnh1.", "mat.jpg", "Mattruoc", "Matsau", "chay.mp4"]
    assert [text.find(part) >= 0 for text, part in zip(texts, order, strict=False)] == [True] * 7
    assert set(page_sizes(data)) == {UPRIGHT, LYING}


def test_the_archive_holds_the_papers_and_the_files_as_they_were_sent(files: Files) -> None:
    dossier = a_whole_dossier(files)
    with zipfile.ZipFile(io.BytesIO(made("dossier_zip", dossier.to_json(), files))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == [
            "MUC-LUC.txt",
            "01-phieu-dang-ky-du-thi.pdf",
            "01-phieu-dang-ky-du-thi.docx",
            "02-ban-mo-ta-giai-phap-du-thi.pdf",
            "02-ban-mo-ta-giai-phap-du-thi.docx",
            "03-anh-ban-ve.pdf",
            "03-anh-ban-ve/01.jpg",
            "03-anh-ban-ve/03.pdf",
            "03-anh-ban-ve/04.mp4",
            "04-danh-gia-hieu-qua.pdf",
            "04-danh-gia-hieu-qua/01.png",
        ]
        sent = dossier.items[0].files
        for name, file in (("01.jpg", sent[0]), ("03.pdf", sent[2]), ("04.mp4", sent[3])):
            content = archive.read(f"03-anh-ban-ve/{name}")
            assert hashlib.sha256(content).hexdigest() == file.sha256
        contents = archive.read("MUC-LUC.txt").decode("utf-8-sig")
        for name in names[1:]:
            digest = hashlib.sha256(archive.read(name)).hexdigest()
            assert f"{name}\r\n    {digest}\r\n" in contents
        assert "03-anh-ban-ve/02\r\n    (thiếu tệp mat.jpg)" in contents
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_personal_data_goes_out_whole_and_stays_in_its_folder(files: Files) -> None:
    story = "Nguyê\u0303n \x00 «#»\r\n"  # as it was kept, not made fit for paper
    args = {
        "files": [
            {"sha256": files.put(a_photo()), "kind": "image", "name": "../../x.jpg"},
            {"sha256": MISSING, "kind": "audio", "name": "mat.ogg"},
        ],
        "documents": {"ho-so.json": "{}", "../../etc/x": "y", "trò chuyện.txt": story},
    }
    with zipfile.ZipFile(io.BytesIO(made("data_zip", args, files))) as archive:
        names = archive.namelist()
        assert names == ["ho-so.json", "etc-x", "trò-chuyện.txt", "tep/01.jpg", "tep/02.thieu.txt"]
        assert archive.read("trò-chuyện.txt").decode() == story
        assert archive.read("tep/01.jpg") == a_photo()
        assert MISSING in archive.read("tep/02.thieu.txt").decode()


@pytest.mark.parametrize(
    ("kind", "head", "ending"),
    [
        ("image", b"\xff\xd8\xff\xe1", "jpg"),
        ("image", b"RIFF....WEBPVP8 ", "webp"),
        ("image", b"\0\0\0\x18ftypheic", "heic"),
        ("image", b"????", "bin"),
        ("pdf", b"%PDF-1.4", "pdf"),
        ("docx", b"PK\3\4", "docx"),
        ("audio", b"OggS", "ogg"),
        ("audio", b"\0\0\0\x18ftypM4A ", "m4a"),
        ("audio", b"\xff\xfb", "mp3"),
        ("video", b"\0\0\0\x14ftypqt  ", "mov"),
        ("video", b"\0\0\0\x14ftyp3gp4", "3gp"),
        ("video", b"\0\0\0\x14ftypisom", "mp4"),
        ("other", b"MZ", "bin"),
    ],
)
def test_names_end_as_the_content_is(
    tmp_path: Path, kind: v.FileKind, head: bytes, ending: str
) -> None:
    (tmp_path / "a").write_bytes(head)
    assert extension(tmp_path / "a", kind) == ending


def test_names_are_plain() -> None:
    assert plain_name("  Ảnh, bản vẽ & VIDEO: Đỗ Ước!  ") == "anh-ban-ve-video-do-uoc"
    assert plain_name("制") == ""
    assert len(plain_name("dài " * 50)) <= 40
    assert safe_name("..") == "tai-lieu.txt"


def test_captions_as_long_as_a_story_stay_on_the_page(files: Files) -> None:
    story = "Bà con đứng xem rất đông, máy chạy êm. " * 110
    file = files.image(a_photo(), caption=story)
    dossier = a_dossier(items=(an_item(files.image(a_photo((50, 60))), file),))
    for maker in ("item_pdf", "description_pdf"):
        args = item_args(an_item(file)) if maker == "item_pdf" else dossier.to_json()
        data = made(maker, args, files)
        assert inside(data).count("đứngxemrấtđông") == 110


def test_many_authors_sign_on_as_many_pages_as_it_takes(files: Files) -> None:
    authors = tuple(v.Author(name=f"Thử Thứ {n:02}", confirmed="paper") for n in range(40))
    text = inside(made("registration_pdf", a_dossier(authors=authors).to_json(), files))
    for n in range(40):
        assert text.count(f"ThửThứ{n:02}") == 2


def inside(pdf: bytes) -> str:
    """The text that is not cut by the edge of its page."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        found.append(page.get_textpage().get_text_bounded(20, 20, width - 20, height - 20))
    return joined("".join(found))


def test_a_file_that_is_slow_to_read_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(a_photo((2000, 1000), BLUE, form="HEIF"))
    read = OnceRead(1600).upright
    large = read(path, 1600)
    path.write_bytes(b"\0\0")  # only what was kept can be shown from here on
    small = read(path, 400)
    assert (large.size, small.size) == ((1600, 800), (400, 200))
    assert colour_of(small, 0.2, 0.2) == "white"
    assert colour_of(small, 0.8, 0.8) == "blue"


def test_papers_made_side_by_side_are_the_same(files: Files) -> None:
    args = a_whole_dossier(files).to_json()
    alone = MAKERS["dossier_zip"].make(args, files.find)
    with ThreadPoolExecutor(4) as threads:
        together = list(
            threads.map(lambda _: MAKERS["dossier_zip"].make(args, files.find), range(8))
        )
    assert set(together) == {alone}
