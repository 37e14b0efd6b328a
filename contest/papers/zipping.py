"""ZIP files whose bytes follow from what is in them: no clock, no machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

THEN = (1980, 1, 1, 0, 0, 0)  # the first time a ZIP can say
Entry = tuple[str, bytes | Path]  # name, content or where it lies


def zipped(entries: Iterable[Entry], *, packed: bool) -> bytes:
    """`packed`: made smaller; pictures and PDFs do not become smaller by it."""
    out = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in entries:
            about = zipfile.ZipInfo(name, THEN)
            about.compress_type = how
            about.external_attr = 0o644 << 16
            about.create_system = 3
            data = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(about, data)
    return out.getvalue()


def zipped_again(archive: bytes) -> bytes:
    """The same ZIP without the times at which its parts were written."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return zipped([(each.filename, old.read(each)) for each in old.infolist()], packed=True)
