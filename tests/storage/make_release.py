"""python -m tests.storage.make_release: write this release's dump, once, before it is released.

What it holds is what `test_a_database_of_every_release_is_brought_up` looks for.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import tomllib
from pathlib import Path

from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage import open_storage
from storage.port import Arrival, ChatState, Outgoing, Save
from tests.talk import NOW

HERE = Path(__file__).parent


async def make() -> Path:
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text("utf-8"))
    dump = HERE / "releases" / f"{project['project']['version']}.sql"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        storage = open_storage(f"sqlite:///{path}")
        await storage.open()
        chat = ChatRef("web", "someone")
        one = await storage.accept(Arrival(chat, "e1", {"kind": "say", "text": "1"}, NOW))
        assert one is not None
        state = ChatState(
            lang="vi",
            place=Place("eligibility", "age"),
            answers={"eligibility": Answers({"who": "one"})},
            shown=((("Đủ 18 tuổi", "eligibility:age/adult"),),),
        )
        message = Outgoing({"text": "Câu 2/8", "lang": "vi"}, NOW)
        asked = Asked("human", "Máy nặng thì sao?")
        await storage.save(Save(one, 0, state, NOW, (message,), (asked,)))
        await storage.accept(Arrival(chat, "e2", {"kind": "say", "text": "chưa trả lời"}, NOW))
        await storage.close()
        with sqlite3.connect(path) as db:
            dump.write_text("\n".join(db.iterdump()) + "\n", "utf-8")
        db.close()
    return dump


if __name__ == "__main__":
    print(asyncio.run(make()))
