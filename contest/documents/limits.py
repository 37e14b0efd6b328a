"""How much a file may ask of us, and how a check says that a file cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the program that only passes these on does without
    import numpy as np
    from numpy.typing import NDArray

MB = 1_000_000

Problem = Literal[
    "empty",  # no bytes
    "unknown",  # not a kind we take: programs, web pages, drawings of code, archives, tables
    "old_word",  # a text in another form than .docx: .doc, .rtf, .odt
    "truncated",  # the end is missing
    "broken",  # the right kind, but it cannot be read
    "encrypted",  # wants a password to be opened
    "macros",  # a Word file that carries a program
    "active",  # a PDF or Word file that runs, loads or carries something else
    "bomb",  # unpacks to more than a file of its kind ever needs
    "polyglot",  # two files in one: a picture that is also an archive, a page, a program
    "too_large",
    "too_many_pages",
]

Advice = Literal[
    "blurred",  # out of focus, or the hand moved
    "dark",
    "bright",  # too much light, or a glaring spot on the paper
    "cut",  # the page's text runs out of the picture
    "small",  # too few pixels to read
]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, pixels, pages and entries that are still taken."""

    max_bytes: int = 50 * MB
    max_pixels: int = 64 * MB  # of a picture, also of one inside a PDF
    max_jpeg_pixels: int = 128 * MB  # a JPEG is decoded at half to an eighth of its size
    max_pages: int = 200
    max_inflated: int = 256 * MB  # all parts of a .docx together; each stream of a PDF
    max_ratio: int = 200  # inflated to packed, of a .docx part over a megabyte
    max_entries: int = 4_000  # parts of a .docx
    max_objects: int = 300_000  # of a PDF
    max_page_side: int = 14_400  # points: what PDF itself allows, 5 metres


@dataclass(frozen=True, slots=True)
class Seen:
    """What the check of one kind found. `grey`: uint8 (height, width), upright, for the eye."""

    type: str
    pages: int = 1
    width: int = 0
    height: int = 0
    grey: NDArray[np.uint8] | None = None


class Refused(Exception):  # noqa: N818 -- an answer, not a failure
    """The file cannot be taken."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem
