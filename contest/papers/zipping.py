"""ZIP files whose bytes follow from what is in them: no clock, no machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

THEN = (1980, 1, 1, 0, 0, 0)  # the first time a ZIP can say
Entry = tuple[str, bytes | Path]  # name, content or where it lies


def zipped(entries: Iterable[Entry], *, packed: bool) -> bytes:
    """`packed`: texts are made smaller. Files of people are photos mostly, which would not be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            about = zipfile.ZipInfo(name, THEN)
            small = packed and isinstance(content, bytes)
            how = zipfile.ZIP_DEFLATED if small else zipfile.ZIP_STORED
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
