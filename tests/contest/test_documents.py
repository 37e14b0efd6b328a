"""Files people send: every kind is taken, every fault has its name, nothing is an accident."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args

import numpy as np
import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from contest.documents.facts import FileFacts, Limits, Problem, look
from tests.contest import sent

SOON = 3.0  # seconds of the processor, whatever else the machine does

WILD = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def seen(tmp_path: Path) -> Callable[..., FileFacts]:
    def look_at(content: bytes, **kwargs: object) -> FileFacts:
        path = tmp_path / "sent"
        path.write_bytes(content)
        began = time.process_time()
        facts = look(path, **kwargs)
        assert time.process_time() - began < SOON
        assert FileFacts.from_json(facts.to_json()) == facts
        return facts

    return look_at


Seen = Callable[..., FileFacts]


@cache
def whole(name: str) -> bytes:
    return sent.WHOLE[name][0]()


@pytest.mark.parametrize("name", sent.WHOLE)
def test_every_kind_is_known_by_its_content(seen: Seen, name: str) -> None:
    for called in ("", "ảnh.txt", "hồ sơ.exe", "x.jpg"):
        facts = seen(whole(name), name=called)
        assert (facts.type, facts.problem) == (sent.WHOLE[name][1], "")
        assert facts.size == len(whole(name))


def test_sizes_are_of_the_picture_held_upright(seen: Seen) -> None:
    exif = sent.scene().getexif()
    exif[0x0112] = 6
    assert (seen(sent.jpeg(exif=exif)).width, seen(sent.jpeg()).width) == (480, 640)
    assert (seen(sent.jpeg(exif=exif)).height, seen(sent.jpeg()).height) == (640, 480)
    facts = seen(whole("pdf"))
    assert (facts.width, facts.height, facts.pages) == (595, 842, 2)


def test_what_word_counted_and_tiff_holds_are_pages(seen: Seen) -> None:
    app = b'<?xml version="1.0"?><Properties><Pages>7</Pages></Properties>'
    assert seen(sent.word_with({"docProps/app.xml": app}, replace=True)).pages == 7
    scans = sent.picture("TIFF", save_all=True, append_images=[sent.scene(seed=2)] * 2)
    assert seen(scans).pages == 3


def javascript(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def launch(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    pdf.pages[0].AA = pikepdf.Dictionary(O=pdf.make_indirect(action))


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="a.exe")


def wide_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].MediaBox = [0, 0, 900_000, 842]


def swollen_stream(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(bytes(300_000_000), 9)
    pdf.pages[1].Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)


def packed_twice(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(bytes(20_000_000), 9), 9)
    twice = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=twice)


def wide_picture(pdf: pikepdf.Pdf) -> None:
    picture = pikepdf.Stream(pdf, b"", Subtype=pikepdf.Name.Image, Width=90_000, Height=90_000)
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=picture))


def linked(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.vn/JavaScript/(JS)/Launch"),
    )
    pdf.pages[0].Annots = [link]
    pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])


def object_stream_bomb() -> bytes:
    """A PDF whose objects are packed in a stream that inflates to 400 MB."""
    body = b"1 0 " + b"<< /Type /Catalog /Pages 2 0 R >>" + b" " * 400_000_000
    packed = zlib.compress(body, 9)
    first = b"%PDF-1.5\n"
    stream = (
        b"3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + str(len(packed)).encode() + b" >>\nstream\n" + packed + b"\nendstream\nendobj\n"
    )  # fmt: skip
    pages = b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    at_pages, at_table = len(first) + len(stream), len(first) + len(stream) + len(pages)
    rows = [(0, 0, 0), (2, 3, 0), (1, at_pages, 0), (1, len(first), 0), (1, at_table, 0)]
    table = b"".join(
        bytes([kind]) + at.to_bytes(4, "big") + bytes([rest]) for kind, at, rest in rows
    )
    index = (
        b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Length "
        + str(len(table)).encode() + b" >>\nstream\n" + table + b"\nendstream\nendobj\n"
    )  # fmt: skip
    return first + stream + pages + index + b"startxref\n%d\n%%%%EOF\n" % at_table


def swollen_word() -> bytes:
    return sent.word_with({"word/media/image1.bmp": bytes(60_000_000)})


def lying_word() -> bytes:
    """A part that says it is small and is not."""
    content = bytearray(sent.word_with({"word/media/image1.bmp": bytes(900_000)}))
    real, claimed = (900_000).to_bytes(4, "little"), (9_000).to_bytes(4, "little")
    return bytes(content.replace(real, claimed))


def crowded_word() -> bytes:
    return sent.word_with({f"word/media/{n}.bin": b"" for n in range(5_000)})


def overlapping_word() -> bytes:
    """Two entries of the directory that use the same packed bytes."""
    out = io.BytesIO(sent.word_with({"word/media/a.bin": bytes(900_000)}))
    with zipfile.ZipFile(out, "a") as made:
        made.filelist.append(made.getinfo("word/media/a.bin"))
        made._didModify = True
    return out.getvalue()


def bad_checksum() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sent.word())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
    return out.getvalue().replace("Nông Văn Thử".encode(), "Nông Văn Thứ".encode(), 1)


def related(kind: str, target: str) -> bytes:
    relation = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )
    return sent.word_with({"word/_rels/settings.xml.rels": relation.encode()}, replace=True)


def entities() -> bytes:
    lol = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    return sent.word_with({"word/comments.xml": lol})


def macro_type() -> bytes:
    with zipfile.ZipFile(io.BytesIO(sent.word())) as old:
        types = old.read("[Content_Types].xml")
    types = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return sent.word_with({"[Content_Types].xml": types}, replace=True)


def password(**owner_or_user: str) -> bytes:
    return sent.pdf(encryption=pikepdf.Encryption(**{"owner": "", "user": "", **owner_or_user}))


def cut(name: str, share: float = 0.6) -> Callable[[], bytes]:
    return lambda: whole(name)[: int(len(whole(name)) * share)]


def spoilt(name: str) -> Callable[[], bytes]:
    """The middle is noise; the end is there."""

    def made() -> bytes:
        content = whole(name)
        start = len(content) // 3
        return content[:start] + b"\x55\xaa\x13" * 500 + content[start + 1500 :]

    return made


ZIP = sent.archive({"a.txt": b"hello"})
PAGE = b"<html><script>alert(1)</script></html>"
PROGRAM = b"MZ" + bytes(60) + b"This program cannot be run in DOS mode" + bytes(200)

REFUSED: dict[str, tuple[Problem, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "a program": ("unknown", lambda: PROGRAM),
    "a program of Linux": ("unknown", lambda: b"\x7fELF\x02\x01\x01" + bytes(200)),
    "an app": ("unknown", lambda: sent.archive({"AndroidManifest.xml": b"", "classes.dex": b""})),
    "a web page": ("unknown", lambda: PAGE),
    "a drawing of code": ("unknown", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "an archive": ("unknown", lambda: ZIP),
    "an archive, cut": ("unknown", lambda: ZIP[:40]),
    "another archive": ("unknown", lambda: b"Rar!\x1a\x07\x01\0" + bytes(60)),
    "plain text": ("unknown", lambda: "Máy tách vỏ hồi".encode()),
    "an old table": ("unknown", lambda: sent.ole("Workbook")),
    "a new table": (
        "unknown", lambda: sent.archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
    ),
    "a film without a picture or sound": ("unknown", lambda: sent.film().replace(b"vide", b"text")
                                          .replace(b"soun", b"text")),
    "film in ogg": ("unknown", lambda: sent.ogg(b"\x80theora")),
    "old Word": ("old_word", lambda: sent.ole("WordDocument")),
    "rich text": ("old_word", lambda: b"{\\rtf1 M\\'e1y}"),
    "open document": ("old_word", lambda: sent.archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})),
    "jpeg, cut": ("truncated", cut("jpeg")),
    "progressive jpeg, cut": ("truncated", cut("progressive jpeg", 0.1)),
    "jpeg, head only": ("truncated", lambda: whole("jpeg")[:300]),
    "png, cut": ("truncated", cut("png")),
    "webp, cut": ("truncated", cut("webp")),
    "gif, cut": ("truncated", cut("gif")),
    "tiff, cut": ("truncated", cut("tiff")),
    "heic, cut": ("truncated", cut("heic")),
    "avif, cut": ("truncated", cut("avif")),
    "pdf, cut": ("truncated", cut("pdf")),
    "pdf for the web, cut": (
        "truncated", lambda: (made := sent.pdf(9, linearize=True))[: len(made) * 7 // 10],
    ),
    "docx, cut": ("truncated", cut("docx")),
    "mp4, cut": ("truncated", cut("mp4")),
    "mp4, cut in its data": ("truncated", cut("mp4, list first")),
    "m4a, cut": ("truncated", cut("m4a")),
    "jpeg, spoilt head": (
        "broken", lambda: whole("jpeg")[:2] + b"\xff\xc0\0\x0b\x08\0\0\0\0\x01\0\0\0\xff\xd9",
    ),
    "png, spoilt": ("broken", spoilt("png")),
    "docx, spoilt": ("broken", spoilt("docx")),
    "docx, wrong checksum": ("broken", bad_checksum),
    "pdf of nothing": ("broken", lambda: b"%PDF-1.7\n" + bytes(500) + b"\n%%EOF\n"),
    "pdf without pages": ("broken", lambda: sent.pdf(0)),
    "pdf that asks for a password": ("encrypted", lambda: password(user="bí mật", owner="x")),
    "docx that asks for a password": ("encrypted", lambda: sent.ole("EncryptedPackage")),
    "docx with a program": ("macros", lambda: sent.word_with({"word/vbaProject.bin": b"\xd0\xcf"})),
    "docm under another name": ("macros", macro_type),
    "pdf with javascript": ("active", lambda: sent.pdf(2, javascript)),
    "pdf with javascript, packed": ("active", lambda: sent.pdf(
        2, javascript, object_stream_mode=pikepdf.ObjectStreamMode.generate)),
    "pdf that launches": ("active", lambda: sent.pdf(2, launch)),
    "pdf that carries a file": ("active", lambda: sent.pdf(2, attachment)),
    "docx that loads a template": (
        "active", lambda: related("attachedTemplate", "https://example.vn/a.dotm"),
    ),
    "docx that loads an object": (
        "active", lambda: related("oleObject", "mhtml:http://example.vn/a!x"),
    ),
    "docx that carries a program": ("active", lambda: sent.word_with({"word/a.exe": PROGRAM})),
    "png of a billion pixels": ("bomb", lambda: sent.png_claiming(40_000, 30_000)),
    "png too large": ("bomb", lambda: sent.png_claiming(9_000, 9_000)),
    "pdf with a wide page": ("bomb", lambda: sent.pdf(2, wide_page)),
    "pdf with a swollen stream": ("bomb", lambda: sent.pdf(
        2, swollen_stream, compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none)),
    "pdf packed twice": ("bomb", lambda: sent.pdf(
        2, packed_twice, compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none)),
    "pdf with a wide picture": ("bomb", lambda: sent.pdf(2, wide_picture)),
    "pdf with swollen objects": ("bomb", object_stream_bomb),
    "docx, swollen": ("bomb", swollen_word),
    "docx, crowded": ("bomb", crowded_word),
    "docx, nested": ("bomb", lambda: sent.word_with({"word/embeddings/a.zip": ZIP})),
    "docx, overlapping": ("bomb", overlapping_word),
    "docx with entities": ("bomb", entities),
    "jpeg and zip": ("polyglot", lambda: whole("jpeg") + ZIP),
    "jpeg and docx": ("polyglot", lambda: whole("jpeg") + whole("docx")),
    "jpeg and pdf": ("polyglot", lambda: whole("jpeg") + whole("pdf")),
    "jpeg and page": ("polyglot", lambda: whole("jpeg") + PAGE),
    "jpeg and program": ("polyglot", lambda: whole("jpeg") + PROGRAM),
    "jpeg and archive": ("polyglot", lambda: whole("jpeg") + b"Rar!\x1a\x07\x01\0" + bytes(50)),
    "jpeg with a pdf's head": ("polyglot", lambda: sent.jpeg(comment=b"%PDF-1.4\n1 0 obj")),
    "png and zip": ("polyglot", lambda: whole("png") + ZIP),
    "gif and script": ("polyglot", lambda: whole("gif") + b"\n<script >alert(1)</script>"),
    "webp and program": ("polyglot", lambda: whole("webp") + PROGRAM),
    "heic and zip": ("polyglot", lambda: whole("heic") + ZIP),
    "film and zip": ("polyglot", lambda: whole("mp4") + ZIP),
    "pdf behind a picture's head": ("polyglot", lambda: b"BM\x8a\0\0\0\0\0\0\0\x8a\0\0\0|\0\0\0"
                                    + whole("pdf")),
    "pdf and zip": ("polyglot", lambda: whole("pdf") + ZIP),
    "pdf behind a page": ("polyglot", lambda: PAGE + b"\n" + whole("pdf")),
    "docx and app": ("polyglot", lambda: sent.word_with({"classes.dex": b"dex\n035\0"})),
    "docx and archive": ("polyglot", lambda: whole("docx") + b"Rar!\x1a\x07\x01\0"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_every_fault_has_its_name(seen: Seen, name: str) -> None:
    problem, made = REFUSED[name]
    assert seen(made()).problem == problem


def test_every_problem_is_tried() -> None:
    tried = {problem for problem, _ in REFUSED.values()}
    assert tried | {"too_large", "too_many_pages"} == set(get_args(Problem))


def test_a_part_that_lies_about_its_size_is_refused(seen: Seen) -> None:
    assert seen(lying_word()).problem in ("bomb", "broken")


def test_limits_are_kept(seen: Seen) -> None:
    assert seen(whole("jpeg"), limits=Limits(max_bytes=1000)).problem == "too_large"
    assert seen(sent.pdf(4), limits=Limits(max_pages=3)).problem == "too_many_pages"
    scans = sent.picture("TIFF", save_all=True, append_images=[sent.scene(seed=2)] * 3)
    assert seen(scans, limits=Limits(max_pages=3)).problem == "too_many_pages"
    assert seen(whole("docx"), limits=Limits(max_inflated=10_000)).problem == "bomb"


def motion_photo() -> bytes:
    return whole("jpeg") + sent.film(b"mp42")


TAKEN: dict[str, Callable[[], bytes]] = {
    "Samsung's trailer": lambda: whole("jpeg") + sent.samsung_trailer(),
    "Samsung's moving picture": lambda: motion_photo() + sent.samsung_trailer(),
    "Google's moving picture": motion_photo,
    "two pictures in one": lambda: sent.picture(
        "MPO", save_all=True, append_images=[sent.scene(160, 120)]
    ),
    "a second picture behind": lambda: whole("jpeg") + whole("jpeg"),
    "zeros behind": lambda: whole("jpeg") + bytes(70_000),
    "noise behind": lambda: whole("jpeg") + np.random.default_rng(8).bytes(300_000),
    "lone zip marks behind": lambda: whole("jpeg") + b"PK\x03\x04" + bytes(50) + b"PK\x05\x06" * 9,
    "thumbnail in the notes": lambda: sent.jpeg(
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0" + whole("jpeg")[:20_000]
    ),
    "grey": lambda: sent.picture("JPEG", sent.scene().convert("L")),
    "for print": lambda: sent.picture("JPEG", sent.scene().convert("CMYK")),
    "transparent": lambda: sent.picture("PNG", sent.scene().convert("RGBA")),
    "sixteen bits": lambda: sent.picture("PNG", sent.scene().convert("I;16")),
    "black and white": lambda: sent.picture("TIFF", sent.scene().convert("1")),
    "few colours": lambda: sent.picture("PNG", sent.scene().convert("P")),
    "a moving gif": lambda: sent.picture("GIF", save_all=True, append_images=[sent.scene(seed=2)]),
    "heic, moving": lambda: whole("heic") + sent.box(b"mpvd", sent.film()),
    "heic with Samsung's trailer": lambda: whole("heic") + sent.samsung_trailer(),
    "pdf with an owner's password": lambda: password(owner="chỉ chủ"),
    "pdf for the web": lambda: sent.pdf(9, linearize=True),
    "pdf with packed objects": lambda: sent.pdf(
        3, object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
    "pdf with links": lambda: sent.pdf(2, linked),
    "pdf behind a blank line": lambda: b"\r\n" + whole("pdf"),
    "pdf with litter behind": lambda: (
        whole("pdf") + b"\n<!-- served -->\n<html></html>" + b"\0" * 9
    ),
    "pdf with a damaged table": lambda: whole("pdf").replace(b"startxref\n", b"startxref\n9"),
    "docx by a template on a disk": lambda: related("attachedTemplate", "file:///C:/a.dotm"),
    "docx with a link": lambda: related("hyperlink", "https://example.vn"),
    "docx with a table inside": lambda: sent.word_with({"word/embeddings/Book1.xlsx": ZIP}),
    "docx with an equation": lambda: sent.word_with({"word/embeddings/oleObject1.bin": b"\xd0"}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_phones_and_offices_really_make_is_taken(seen: Seen, name: str) -> None:
    assert seen(TAKEN[name]()).problem == ""


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff" + b"\xff" * 20_000_000,
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 5_000_000,
        b"PK\x03\x04" + b"PK\x05\x06" * 5_000_000,
        b"ID3\x04\0\0\0\0\0\0" + b"\xff" * 20_000_000,
        b"GIF89a\x01\0\x01\0\0\0\0\x21\xfe" + b"\x01a" * 10_000_000,
        b"\0\0\0\x08ftyp" * 2_000_000,
        b"%PDF-1.4\n" + b"stream\nx" * 1_000_000,
    ],
    ids=["fill", "segments", "directories", "frames", "blocks", "boxes", "streams"],
)
def test_what_only_wastes_time_is_soon_refused(seen: Seen, content: bytes) -> None:
    assert seen(content).problem in ("broken", "truncated", "unknown")


@WILD
@given(content=st.binary(max_size=3000))
@example(b"GIF89a" + bytes(3000))
@example(b"\xff\xd8\xff" * 1000)
@example(b"%PDF-1.7" * 300)
@example(b"PK\x03\x04PK\x05\x06" + bytes(18))
@example(b"\0\0\0\0ftypheic" + bytes(200))
@example(b"II*\0\x08\0\0\0\xff\xff" + b"\x11\x01\x04\0\xff\xff\xff\xff\0\0\0\0" * 200)
def test_arbitrary_bytes_are_no_accident(seen: Seen, content: bytes) -> None:
    seen(content)


@WILD
@given(name=st.sampled_from(sorted(sent.WHOLE)), share=st.floats(0, 1))
def test_cut_files_are_no_accident(seen: Seen, name: str, share: float) -> None:
    content = whole(name)
    facts = seen(content[: int(len(content) * share)])
    if 0.02 < share < 0.9 and facts.kind in ("pdf", "docx"):
        assert facts.problem == "truncated"


@WILD
@given(
    name=st.sampled_from(sorted(sent.WHOLE)),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), max_size=9),
)
def test_changed_files_are_no_accident(
    seen: Seen, name: str, changes: list[tuple[float, bytes]]
) -> None:
    content = bytearray(whole(name))
    for place, new in changes:
        at = int(place * len(content))
        content[at : at + len(new)] = new
    seen(bytes(content))


@WILD
@given(
    first=st.sampled_from(sorted(sent.WHOLE)),
    second=st.sampled_from(sorted(sent.WHOLE)),
    share=st.floats(0, 1),
)
def test_glued_files_are_no_accident(seen: Seen, first: str, second: str, share: float) -> None:
    seen(whole(first)[: int(len(whole(first)) * share)] + whole(second))
