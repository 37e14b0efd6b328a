"""Files as people send them, made from nothing: whole ones of every kind, and what goes wrong."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
import numpy as np
import pikepdf
import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()


def scene(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    """Coloured shapes on a soft ground: something to look at that is no page."""
    random = np.random.default_rng(seed)
    ground = np.linspace(90, 170, width * height * 3).reshape(height, width, 3).astype(np.uint8)
    image = Image.fromarray(ground)
    pen = ImageDraw.Draw(image)
    for _ in range(25):
        x, y = random.integers(0, width), random.integers(0, height)
        w, h = random.integers(20, 160, 2)
        colour = tuple(int(c) for c in random.integers(30, 225, 3))
        pen.ellipse((x, y, x + w, y + h), fill=colour)
    return image


def picture(form: str, image: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    (image or scene()).save(out, form, **options)
    return out.getvalue()


def jpeg(**options: object) -> bytes:
    return picture("JPEG", quality=85, **options)


def box(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


def _track(handler: bytes, width: int = 0, height: int = 0) -> bytes:
    head = bytes(76) + struct.pack(">II", width << 16, height << 16)
    return box(
        b"trak", box(b"tkhd", head) + box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12)))
    )


def film(brand: bytes = b"isom", *, sound_only: bool = False, late: bool = True) -> bytes:
    tracks = _track(b"soun") + (b"" if sound_only else _track(b"vide", 640, 360))
    moov = box(b"moov", box(b"mvhd", bytes(100)) + tracks)
    mdat = box(b"mdat", np.random.default_rng(3).bytes(20_000))
    ftyp = box(b"ftyp", brand + bytes(4) + b"isommp42")
    return ftyp + (mdat + moov if late else moov + mdat)


def webm(codec: bytes = b"A_OPUS") -> bytes:
    return b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(20) + b"\x86\x86" + codec + bytes(500)


def ogg(codec: bytes = b"OpusHead") -> bytes:
    return b"OggS\0\x02" + bytes(20) + b"\x01\x13" + codec + b"\x01\x01" + bytes(400)


def wav() -> bytes:
    body = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
    body += b"data" + struct.pack("<I", 800) + bytes(800)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def mp3(frames: int = 4, *, tagged: bool = False) -> bytes:
    frame = b"\xff\xfb\x90\x00" + bytes(413)  # 128 kbit/s, 44.1 kHz
    return (b"ID3\x04\0\0\0\0\x01\x00" + bytes(128) if tagged else b"") + frame * frames


def amr() -> bytes:
    return b"#!AMR\n" + bytes(300)


def aac() -> bytes:
    return (b"\xff\xf1\x50\x80\x0c\xa0\xfc" + bytes(94)) * 3


def pdf(
    pages: int = 2, change: Callable[[pikepdf.Pdf], None] | None = None, **options: object
) -> bytes:
    made = pikepdf.new()
    for number in range(pages):
        made.add_blank_page(page_size=(595, 842))
        lines = f"20 {700 - number} 300 12 re f 60 600 200 8 re f 60 560 250 8 re f".encode()
        made.pages[-1].Contents = made.make_stream(lines)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, **options)
    return out.getvalue()


def word(paragraphs: int = 5) -> bytes:
    made = docx.Document()
    for number in range(paragraphs):
        made.add_paragraph(f"Nông Văn Thử, máy tách vỏ hồi kiểu {number}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def word_with(extra: dict[str, bytes], *, replace: bool = False) -> bytes:
    """A Word file with more parts, or with parts of that name replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if not (replace and part.filename in extra):
                new.writestr(part.filename, old.read(part))
        for name, content in extra.items():
            new.writestr(name, content)
    return out.getvalue()


def archive(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in names.items():
            made.writestr(name, content)
    return out.getvalue()


def ole(stream: str) -> bytes:
    """As much of an OLE file as says what it holds."""
    directory = stream.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory + bytes(1024)


def png_claiming(width: int, height: int) -> bytes:
    """A small PNG whose header promises that many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(10_000)))
        + chunk(b"IEND", b"")
    )


def samsung_trailer() -> bytes:
    """What Samsung phones put behind a JPEG: named blocks, then their directory and its length."""
    block = b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1790000000000"
    directory = b"SEFH" + struct.pack("<IIHHII", 106, 1, 0, 0x0A01, len(block), len(block))
    return block + directory + struct.pack("<I", len(directory)) + b"SEFT"


WHOLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "jpeg": (jpeg, "image/jpeg"),
    "progressive jpeg": (lambda: jpeg(progressive=True), "image/jpeg"),
    "png": (lambda: picture("PNG"), "image/png"),
    "webp": (lambda: picture("WEBP"), "image/webp"),
    "gif": (lambda: picture("GIF"), "image/gif"),
    "tiff": (lambda: picture("TIFF", compression="tiff_lzw"), "image/tiff"),
    "heic": (lambda: picture("HEIF"), "image/heic"),
    "avif": (lambda: picture("AVIF", speed=10), "image/avif"),
    "pdf": (pdf, "application/pdf"),
    "docx": (word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "mp4": (film, "video/mp4"),
    "mp4, list first": (lambda: film(late=False), "video/mp4"),
    "mov": (lambda: film(b"qt  "), "video/quicktime"),
    "3gp": (lambda: film(b"3gp4"), "video/3gpp"),
    "3gp voice": (lambda: film(b"3gp4", sound_only=True), "audio/3gpp"),
    "m4a": (lambda: film(b"M4A ", sound_only=True), "audio/mp4"),
    "voice in mp4": (lambda: film(b"mp42", sound_only=True), "audio/mp4"),
    "webm": (lambda: webm(b"V_VP8"), "video/webm"),
    "webm voice": (webm, "audio/webm"),
    "ogg": (ogg, "audio/ogg"),
    "wav": (wav, "audio/wav"),
    "mp3": (mp3, "audio/mpeg"),
    "mp3 with a tag": (lambda: mp3(tagged=True), "audio/mpeg"),
    "amr": (amr, "audio/amr"),
    "aac": (aac, "audio/aac"),
}
