"""python -m tests.drafts.make_draft: write this release's draft, once, before it is released.

A dossier in the middle of its interview: some answers given, some begun, some put off, with files
and a recording, and one that today's entrant is not asked. `test_drafts` brings it up.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import tomllib
from pathlib import Path

from tests.filling import Farmer, a_farmer

HERE = Path(__file__).parent


async def make() -> Path:
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text("utf-8"))
    draft = HERE / f"{project['project']['version']}.json"
    with tempfile.TemporaryDirectory() as folder:
        async with a_farmer(Path(folder)) as farmer:
            await half(farmer)
            written = (await farmer.answers()).to_json()
    draft.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return draft


async def half(farmer: Farmer) -> None:
    """Half way through, in no straight line."""
    await farmer.choose("entrant", "organisation")
    await farmer.say("Hợp tác xã Cơ khí Thử")
    await farmer.edit("entrant")
    await farmer.choose("entrant", "group")
    await farmer.say("Máy tách hạt ngô chạy mô-tơ xe máy cũ")
    await farmer.choose("field", "mechanics")
    await farmer.author("Nông Văn Thử", "1971")
    await farmer.choose("authors", "more")
    await farmer.author("Vi Thị Mẫu", "2014", "Vi Văn Mẫu", "0912 345 679")
    await farmer.choose("authors", "enough")
    await farmer.say("60 40")
    await farmer.say("1")
    await farmer.send("may.jpg", caption="máy để ngoài sân")
    await farmer.say("Tháng 8 năm 2024 máy chạy được.")
    await farmer.send("ke.wav")
    await farmer.choose("made", "enough")
    await farmer.choose("why", "later")
    await farmer.choose("before", "later")
    await farmer.edit("proof")
    await farmer.choose("proof", "none")
    await farmer.edit("confirmation")
    await farmer.choose("confirmation", "sign")
    await farmer.edit("photos")
    await farmer.send("dang_chay.jpg", "truc.jpg")
    await farmer.edit("what")
    await farmer.say("Khung sắt V4, trục gắn răng bu-lông.")
    await farmer.say("Mô-tơ xe máy cũ.")


if __name__ == "__main__":
    print(asyncio.run(make()))
