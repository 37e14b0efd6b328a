"""The papers of a dossier: how long each takes, how large it is. Each should be made in 2 seconds.

The dossier has four authors, nine answers of 2,200 letters, ten photos of 12 megapixels and a
drawing of ten pages. Baseline: Pillow reading the ten photos at full size.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pillow_heif
from PIL import Image

from bench.looking import lag
from bench.timing import percentile, table
from bot.workers import Workers
from contest.papers import MAKERS, Find
from contest.papers import view as v

PHOTOS, PAGES, RUNS = 10, 10, 3
SENTENCE = "Trước đây bà con tách ngô bằng tay, một ngày được 50 kg, bụi nhiều, đau tay và lưng. "


def in_folder(folder: Path, sha256: str) -> Path | None:
    path = folder / sha256
    return path if path.is_file() else None


def kept(folder: Path, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    (folder / sha256).write_bytes(data)
    return sha256


def photo(seed: int, form: str) -> bytes:
    """4000 × 3000 pixels with as much detail as a photo of a yard: 3 to 4 MB as JPEG."""
    grain = np.random.default_rng(seed).integers(0, 255, (300, 400, 3), dtype=np.uint8)
    image = Image.fromarray(grain).resize((4000, 3000), Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, form, quality=92 if form == "JPEG" else 60, exif=exif)
    return out.getvalue()


def ten_photos(form: str) -> list[bytes]:
    if form == "JPEG":
        return [photo(seed, form) for seed in range(PHOTOS)]
    # writing one takes long; a box that readers skip makes ten files of it
    return [photo(0, form) + b"\0\0\0\x09free%c" % number for number in range(PHOTOS)]


def drawing() -> bytes:
    document = pikepdf.new()
    for number in range(PAGES):
        page = document.add_blank_page(page_size=(1191, 842))
        lines = b"".join(b"%d 20 m %d 800 l S\n" % (x, x + number) for x in range(20, 1100, 5))
        page.obj.Contents = document.make_stream(lines)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def dossier(folder: Path, form: str) -> v.DossierView:
    photos = tuple(
        v.FileRef(sha256=kept(folder, data), kind="image", caption=SENTENCE)
        for data in ten_photos(form)
    )
    plan = v.FileRef(sha256=kept(folder, drawing()), kind="pdf", pages=PAGES)
    return v.DossierView(
        contest=v.Contest(
            name="Hội thi", office="Cơ quan", deadline="2027-05-30", pack="lang-son-9"
        ),
        code="7K3M2",
        title="Máy tách ngô đạp chân",
        kind="group",
        kind_label="Một nhóm",
        field="Cơ khí",
        made_on="2026-11-23",
        draft=False,
        authors=tuple(v.Author(name=f"Nông Văn Thử {n}", share=25) for n in range(4)),
        sections=tuple(
            v.Section(id=str(n), title="Vì sao làm ra giải pháp?", text=SENTENCE * 26)
            for n in range(9)
        ),
        items=(
            v.Item(id="photos", title="Ảnh", illustrates=True, files=photos),
            v.Item(id="drawings", title="Bản vẽ", illustrates=False, files=(plan,)),
        ),
    )


def receipt(view: v.DossierView) -> v.ReceiptView:
    shown = tuple(file.sha256 for file in view.items[0].files[:5])
    words = {name: name for name in v.ReceiptLabels.__struct_fields__ if name != "notes"}
    return v.ReceiptView(
        code=view.code,
        number=1,
        received_at="2026-11-23T15:20:00+07:00",
        hash="ab" * 32,
        url="https://vidu.example/r/7K3M2-abcdef",
        labels=v.ReceiptLabels(**words),
        items=(v.ReceiptItem(title="Ảnh", count="10", thumbnails=shown),),
    )


def jobs(view: v.DossierView) -> dict[str, Mapping[str, Any]]:
    """maker -> its arguments"""
    whole = view.to_json()
    item = v.ItemView(
        contest=view.contest, code=view.code, made_on=view.made_on, item=view.items[0]
    )
    forms = ("registration_pdf", "registration_docx", "description_pdf", "description_docx")
    return {
        **dict.fromkeys(forms, whole),
        "item_pdf": item.to_json(),
        **dict.fromkeys(("dossier_pdf", "dossier_zip"), whole),
        **dict.fromkeys(("receipt_pdf", "receipt_png"), receipt(view).to_json()),
        "slip_pdf": v.SlipView(
            code="4829-KM",
            url="https://vidu.example/nhan/4829",
            sentences=(SENTENCE,) * 3,
            labels=v.SlipLabels(title="Phiếu", contest="Hội thi", code="Mã", scan="Quét"),
            made_on=view.made_on,
        ).to_json(),
        "data_zip": v.DataView(
            files=view.items[0].files, documents={"ho-so.txt": SENTENCE * 50}
        ).to_json(),
    }


def seconds(call: Callable[[], object]) -> tuple[float, float, float]:
    """Median and slowest by the clock, and the least of the processors' time (all threads).

    On a machine that does other things too, the last says more. The first run is among them.
    """
    by_clock, by_processor = [], []
    for _ in range(RUNS):
        clock, processor = time.perf_counter(), time.process_time()
        call()
        by_clock.append(time.perf_counter() - clock)
        by_processor.append(time.process_time() - processor)
    return sorted(by_clock)[RUNS // 2], max(by_clock), min(by_processor)


def read_all(view: v.DossierView, find: Find) -> None:
    for file in view.items[0].files:
        path = find(file.sha256)
        assert path is not None
        with Image.open(path) as image:
            image.load()


def measured(folder: Path, form: str) -> list[tuple[object, ...]]:
    view, find = dossier(folder, form), partial(in_folder, folder)
    base = seconds(partial(read_all, view, find))
    rows: list[tuple[object, ...]] = []
    for name, args in jobs(view).items():
        took = seconds(partial(MAKERS[name].make, args, find))
        size = len(MAKERS[name].make(args, find)) / 1e6
        rows.append((name, *took, took[0] / base[0], size))
    return [*rows, ("baseline: Pillow reads the photos", *base, 1.0, "")]


async def while_made(folder: Path) -> tuple[float, float]:
    """Papers a second, and the 99th percentile in milliseconds by which the event loop was late."""
    view, find = dossier(folder, "JPEG"), partial(in_folder, folder)
    workers, lags, made = Workers(), [0.0], 0
    await workers.run(MAKERS["slip_pdf"].make, jobs(view)["slip_pdf"], find)  # they are started
    watch = asyncio.ensure_future(lag(lags))
    began = time.perf_counter()
    for _ in range(2):
        each = [workers.run(MAKERS[name].make, args, find) for name, args in jobs(view).items()]
        made += len(await asyncio.gather(*each))
    took = time.perf_counter() - began
    watch.cancel()
    await workers.close()
    return made / took, 1000 * percentile(lags, 0.99)


def main() -> None:
    pillow_heif.register_heif_opener()
    heading = ("paper", "seconds", "slowest", "processor", "times the baseline", "MB")
    for form in ("JPEG", "HEIF"):
        with tempfile.TemporaryDirectory() as folder:
            rows = measured(Path(folder), form)
        table(f"Papers of a dossier with {PHOTOS} photos of 12 MP ({form})", [heading, *rows])
    with tempfile.TemporaryDirectory() as folder:
        rate, late = asyncio.run(while_made(Path(folder)))
    table(
        "Papers made in workers, all at once",
        [("papers a second", "lag of the loop, p99 ms"), (rate, late)],
    )
