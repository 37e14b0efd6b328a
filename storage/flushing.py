"""What it takes until a file is surely on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from storage.port import Unavailable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


def flush_folder(folder: Path) -> None:
    """A new or renamed file is found again after a power cut only if its folder was flushed."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def weather(error: OSError) -> Exception:
    """Unavailable for what passes (a full disk); any other error as it is."""
    if error.errno in _FULL:
        return Unavailable(os.strerror(error.errno or 0))
    return error
