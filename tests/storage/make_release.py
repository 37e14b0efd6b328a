"""python -m tests.storage.make_release: write this release's dump, once, before it is released.

What it holds is what `test_a_database_of_every_release_is_brought_up` looks for.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import tomllib
from pathlib import Path

from contest.dossier import Consented, HandedIn, Invited, Opened
from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage import open_storage
from storage.port import Answered, Arrival, ChatFile, ChatState, Outgoing, Save
from tests.talk import NOW

HERE = Path(__file__).parent
DOSSIER = Answers({"entrant": "one", "title": "Máy thử"}, {"why": {"parts": [{"text": "Vì"}]}})


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
        two = await storage.accept(Arrival(chat, "d1", {"kind": "say", "text": "2"}, NOW))
        assert two is not None
        photo = ChatFile("ab" * 32, "may.jpg", "image/jpeg", 5)
        await storage.save(
            Save(
                two,
                1,
                state,
                NOW,
                deeds=(
                    Opened("7K3M2P"),
                    Consented("dossier", "v1", given=True, code="7K3M2P"),
                    Invited("7K3M2P", "7K3M2PAB4", "author", "a2"),
                    HandedIn("7K3M2P", "submitted", "token", "d1", 2, 2, "f1"),
                ),
                answered=(Answered("7K3M2P", 0, DOSSIER, (photo,)),),
            )
        )
        await storage.accept(Arrival(chat, "e2", {"kind": "say", "text": "chưa trả lời"}, NOW))
        await storage.close()
        with sqlite3.connect(path) as db:
            dump.write_text("\n".join(db.iterdump()) + "\n", "utf-8")
        db.close()
    return dump


if __name__ == "__main__":
    print(asyncio.run(make()))
