"""The kind of a file, by its first bytes. Names and endings count for nothing."""

from __future__ import annotations

import re
from mmap import mmap

import puremagic

HEAD = 4096
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP, OLE, RTF = "application/zip", "application/x-ole-storage", "application/rtf"
UNKNOWN = "application/octet-stream"

_FIXED = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", RTF),
    (b"OggS", "audio/ogg"),
    (b"#!AMR\n", "audio/amr"),
    (b"#!AMR-WB\n", "audio/amr"),
    (b"ID3", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    **dict.fromkeys((b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
}
_BOXES = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}  # QuickTime before it had brands
_PDF = re.compile(rb"%PDF-\d")
PDF_HEAD = 1024  # readers look for the mark that far in

# bits of an MPEG audio frame's header -> kbit/s and Hz; 0 where the standard has none
_KBITS = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def type_of(data: mmap) -> str:
    """The media type as far as the first bytes tell; `UNKNOWN` for what none of ours begins with.

    A PDF may begin later, as readers allow; what is in front of it is somebody else's question.
    """
    head = data[:HEAD]
    for magic, found in _FIXED:
        if head.startswith(magic):
            return found
    return _boxed(head) or _framed(data) or ("application/pdf" if is_pdf(head) else UNKNOWN)


def is_pdf(head: bytes) -> bool:
    return _PDF.search(head, 0, PDF_HEAD) is not None


def _boxed(head: bytes) -> str:
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return "video/quicktime" if head[4:8] in _BOXES else ""


def _framed(data: mmap) -> str:
    """MP3 and AAC have no magic: two frames must follow each other."""
    for found, length in (("audio/mpeg", mp3_frame), ("audio/aac", aac_frame)):
        first = length(data, 0)
        if first and length(data, first):
            return found
    return ""


def mp3_frame(data: mmap, at: int) -> int:
    """Bytes of the MPEG audio layer 3 frame there; 0 if there is none."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return 0
    version, rates = data[at + 1] >> 3 & 3, data[at + 2]
    bits, hertz = rates >> 4, rates >> 2 & 3
    if version == 1 or bits in (0, 15) or hertz == 3:
        return 0
    kbits = _KBITS[3 if version == 3 else 2][bits - 1]
    samples = 144 if version == 3 else 72
    return samples * kbits * 1000 // _HERTZ[version][hertz] + (rates >> 1 & 1)


def aac_frame(data: mmap, at: int) -> int:
    """Bytes of the ADTS frame there; 0 if there is none."""
    if at + 7 > len(data) or data[at] != 0xFF or data[at + 1] & 0xF6 != 0xF0:
        return 0
    length = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
    return length if length > 7 else 0


def name_of_unknown(head: bytes, name: str = "") -> str:
    """A likely media type for what is not taken, to be read by people only."""
    try:
        return str(puremagic.from_string(head, mime=True, filename=name or None)) or UNKNOWN
    except (puremagic.PureError, ValueError):
        return UNKNOWN
