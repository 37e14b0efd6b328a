"""What comes from outside, made fit to be kept, compared and shown: one form, no tricks."""

from __future__ import annotations

import re
import unicodedata

# Letters that move or hide others: a name must not be able to rewrite the line it stands in.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # of them, only tab and line end are kept
NAME_LETTERS = 120


def text(raw: str) -> str:
    """Composed (NFC), without control, bidirectional and zero-width letters; lines end in \\n."""
    # a zero-width joiner holds emoji together, and is harmless elsewhere
    kept = raw.replace("\u200d", "\x1a")
    kept = _HIDDEN.sub("", kept).replace("\x1a", "\u200d")
    kept = _CONTROL.sub("", _LINE_ENDS.sub("\n", kept))
    kept = kept.encode("utf-8", "replace").decode()  # half of a surrogate pair
    return unicodedata.normalize("NFC", kept).strip()


def file_name(raw: str) -> str:
    """A name that can be shown and saved anywhere; never a path. May be empty."""
    name = text(raw).replace("\\", "/").rpartition("/")[2]
    return re.sub(r'[<>:"|?*\n\t]', "_", name).strip(". ")[-NAME_LETTERS:]
