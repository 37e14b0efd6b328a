"""Whatever a person does, in whatever order: no turn fails, nobody meets silence, and nothing that
was finished or begun is lost unless they threw it away."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.dossier.contents import mentioned
from tests.filling import TINY, Farmer, a_farmer
from tests.talk import contest

STEPS = [s.id for s in contest(TINY).pack.checklist.steps]
CHOICES = ["one", "group", "edit", "back", "later", "keep", "enough", "more", "even", "nophone",
           "none", "use", "sign", "every", "big", "no_such", "drop-000000000000", ""]  # fmt: skip
ELSEWHERE = ["menu/open", "menu/start", "continue/go", "continue/again", "dossier/list", "faq/none",
             "dossier/new", "data/show", "data/copy", "data/withdraw", "human/open", "lang/en",
             "consent:kites/yes", "invited/yes/x", "papers/list/x", "d-x:title/edit", "nothing",
             "eligibility/open", "eligibility:paper/yes", "commune/at/thu",
             "commune/at/gone"]  # fmt: skip
OF_IT = ["open", "items", "authors", "claim", "quiet", "remind", "late", "submit", "withdraw"]
WORDS = ["Diều sáo", "1", "2", "60 40", "1971", "0912345678", "9" * 5000, "menu", "tiếp tục",
         "hạn nộp?", "500.000", "7K3-M2P", "không", "có", "quay lại", "\u200b", "x" * 101, "🪁",
         "gặp cán bộ", "xã Vui", "bao nhiêu tiền một con diều?"]  # fmt: skip

ACTIONS = st.one_of(
    st.tuples(st.just("step"), st.sampled_from(STEPS), st.sampled_from(CHOICES)),
    st.tuples(st.just("press"), st.sampled_from(ELSEWHERE), st.just("")),
    st.tuples(st.just("of it"), st.sampled_from(OF_IT), st.sampled_from(["", "/0", "/a/b/c"])),
    st.tuples(st.just("say"), st.one_of(st.sampled_from(WORDS), st.text(max_size=30)), st.just("")),
    st.tuples(st.just("send"), st.sampled_from(["a.jpg", "b.jpg", "c.wav", "d.txt", "e.pdf"]),
              st.sampled_from(["", "chú thích"])),
    st.tuples(st.just("fill"), st.sampled_from(STEPS), st.just("")),
)  # fmt: skip


async def does(farmer: Farmer, action: tuple[str, str, str]) -> None:
    match action:
        case ("step", step, choice):
            await farmer.choose(step, choice)
        case ("press", token, _):
            await farmer.press(token)
        case ("of it", act, more):
            await farmer.press(f"dossier/{act}/{farmer.code}{more}")
        case ("say", text, _):
            await farmer.say(text)
        case ("send", name, caption):
            await farmer.send(name, caption=caption)
        case ("fill", step, _) if await farmer.asked() == step:
            await farmer.answer(await farmer.step())


def says_there_is_none(action: tuple[str, str, str]) -> bool:
    """«I have none», after all: the answer is that, whatever had been sent. A number may be the
    button that drops a file, or says so."""
    kind, step, choice = action
    if kind == "say" and step.strip().isdecimal():
        return True
    return choice in ("none", "sign") or (kind == "fill" and step in ("song", "slip"))


async def lived(actions: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with a_farmer(Path(folder), TINY) as farmer:
            files: set[str] = set()
            for action in actions:
                before = await farmer.given()
                await does(farmer, action)
                answers = await farmer.answers()
                kept = {*answers.given, *answers.shelved}
                assert set(before) <= kept, f"{set(before) - kept} was given, and is gone"
                now = mentioned(answers.to_json())
                assert files <= now or says_there_is_none(action), "a file is gone"
                files = now
                dossier = await farmer.dossier()
                assert dossier.state in ("draft", "complete")
                assert (dossier.state == "complete") is (await farmer.missing() == [])


@given(st.lists(ACTIONS, min_size=5, max_size=40))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_they_do(actions: list[tuple[str, str, str]]) -> None:
    asyncio.run(lived(actions))
