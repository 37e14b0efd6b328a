"""A random secret of this installation, beside its data: made once, never in the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from storage.flushing import flush_folder
from storage.port import NoFolder

LENGTH = 32  # bytes


def secret_in(file: Path) -> bytes:
    """The secret that lies there, made anew if there is none. Raises NoFolder.

    Only the program's user can read it. Whoever calls holds the lock of the data: of two who made
    one at the same time, one would go on with a secret that is not on the disk.
    """
    try:
        return _read(file) or _made(file)
    except OSError as error:
        raise NoFolder(str(file.parent)) from error


def _read(file: Path) -> bytes | None:
    """None also for one that is too short to be ours: an empty secret would be anybody's."""
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        return None
    return found if len(found) == LENGTH else None


def _made(file: Path) -> bytes:
    secret = secrets.token_bytes(LENGTH)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)  # what a crash left
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(secret)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    flush_folder(file.parent)
    return secret
