"""Files with real bytes: kept under ids, photos made again as Telegram makes them."""

from __future__ import annotations

import functools
import hashlib
import io
import secrets
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from tests.telegram.errors import bad

DOWNLOAD_MOST = 20 << 20  # bytes a bot may fetch
PHOTO_MOST = 10 << 20  # bytes of a photo a bot may send
SIDES = (90, 320, 800, 1280, 2560)  # pixels of the longest side; the last with the HD switch
QUALITY = 87

_FOLDERS = {
    "photo": "photos", "document": "documents", "voice": "voice", "video": "videos",
    "video_note": "video_notes", "animation": "animations", "sticker": "stickers",
    "audio": "music", "live_photo": "live_photos",
}  # fmt: skip


@dataclass(frozen=True)
class Stored:
    """A file on the server. `unique` depends on the bytes alone, `id` on each sending."""

    id: str
    unique: str
    kind: str
    path: str
    content: bytes

    def sized(self) -> dict[str, Any]:
        """What every kind of file says of itself."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique,
            "file_size": len(self.content),
        }


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def keep(self, content: bytes, kind: str, name: str = "") -> Stored:
        number = len(self._by_id)
        ending = name.rpartition(".")[2] if "." in name else _ENDINGS.get(kind, "")
        path = f"{_FOLDERS[kind]}/file_{number}" + (f".{ending}" if ending.isalnum() else "")
        stored = Stored(
            id=f"{kind[:2].capitalize()}AC{number}-{secrets.token_urlsafe(24)}",
            unique="AQAD" + hashlib.sha256(kind.encode() + content).hexdigest()[:12],
            kind=kind,
            path=path,
            content=content,
        )
        self._by_id[stored.id] = stored
        self._by_path[path] = stored
        return stored

    def find(self, file_id: str) -> Stored | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> Stored | None:
        return self._by_path.get(path)

    def to_download(self, file_id: str) -> Stored:
        """Raises Refused as getFile does."""
        stored = self.find(file_id)
        if stored is None:
            raise bad("invalid file_id")
        if len(stored.content) > DOWNLOAD_MOST:
            raise bad("file is too big")
        return stored

    def photo(self, content: bytes, *, hd: bool = False) -> list[tuple[Stored, dict[str, Any]]]:
        """The sizes of a photo, smallest first, each with its PhotoSize. Raises Refused."""
        return [
            (stored := self.keep(made, "photo"), {**stored.sized(), "width": w, "height": h})
            for made, w, h in photo_sizes(content, SIDES if hd else SIDES[:-1])
        ]


_ENDINGS = {
    "photo": "jpg", "voice": "oga", "video": "mp4", "video_note": "mp4", "animation": "mp4",
    "sticker": "webp", "audio": "mp3", "live_photo": "mp4",
}  # fmt: skip


@functools.lru_cache(maxsize=64)  # tests send the same picture again and again
def photo_sizes(content: bytes, sides: tuple[int, ...] = SIDES) -> list[tuple[bytes, int, int]]:
    """JPEGs without EXIF, upright, none larger than the picture: bytes, width, height."""
    try:
        opened = Image.open(io.BytesIO(content))
        _check(opened)
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError):
        raise bad("IMAGE_PROCESS_FAILED") from None
    longest = max(picture.size)
    wanted = [side for side in sides if side < longest] + [longest]
    sizes = []
    for side in wanted[: len(sides)]:
        copy = picture.copy()
        copy.thumbnail((side, side))
        out = io.BytesIO()
        copy.save(out, "JPEG", quality=QUALITY)
        sizes.append((out.getvalue(), copy.width, copy.height))
    return sizes


def _check(picture: Image.Image) -> None:
    if sum(picture.size) > 10_000 or max(picture.size) > 20 * min(picture.size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
