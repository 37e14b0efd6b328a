"""One person's story each: `tests/stories/*.story` is what was said, word for word.

    at: 2026-11-23T09:00          the clock
    pack: tiny                    not the shipped contest; in the first line
    as: ba_thu                    who speaks
    staff: nam officer xa-na-sam  they become one of the staff, of that unit
    hears: lan                    what they were told without asking, once the schedule has looked
    > words                       what they type
    >> [label]                    what they press
    >> {photo.jpg} caption        what they send
    >> {30 MB: film.mp4} caption  what they send, and their channel cannot carry
    >> page {film.mp4, a.jpg}     what they send by the page last linked to
    >> poster chi-lang            they come by the link on that commune's poster
    > @code, > @number            they type the invitation, or the dossier's number, last shown
    later: 2026-11-23T10:00       the clock, and what the program does by itself until then
    to ba_thu:                    whom that is said to
    dossier: thu                  somebody has a dossier by now, with all its items
    down: FROM TO                 the program did not run from then to then
    < words                       what we say, with (note), {files}, [buttons]; ~: an empty line

A story is told again and must come out the same. After a wanted change of words, record it again
with `make stories`, and read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.port import Message
from contest.calendar import ZONE
from contest.outages import Beat
from tests.filling import Farmer
from tests.handlers.test_staff import staff
from tests.talk import TINY, House, a_house

EMPTY = "~"  # an empty line of ours; a bare one belongs to the story
STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))


def shown(message: Message) -> Iterator[str]:
    first, *more = message.text.split("\n")
    yield f"< {first}"
    yield from (f"  {line or EMPTY}" for line in more)
    if message.note:
        yield f"  ({message.note})"
    for file in message.files:
        yield f"  {{{file.name}}}"
    if message.buttons:
        yield "  " + " ".join(f"[{b.label}]" for b in message.buttons)


def last_shown(house: House, groups: int) -> str:
    """The last code of so many groups of letters that anybody was shown."""
    said = [m.text for heard in house.heard.values() for m in heard]
    alone = rf"(?<![\w-])[A-Z0-9]{{3}}(?:-[A-Z0-9]{{3}}){{{groups - 1}}}(?![\w-])"
    return [code for text in said for code in re.findall(alone, text)][-1]


async def heard(house: House, who: str, known: dict[str, int]) -> list[Message]:
    """What came since they last spoke, or heard."""
    await house.app.schedule.look()
    for staffed in await house.app.storage.staff():
        house.app.outbox.wake(staffed.chat)
    await house.app.idle()
    return house.person(who).messages[known.get(who, 0) :]


async def came_of(house: House, line: str, who: str, known: dict[str, int]) -> list[Message]:
    """What is said because of that line."""
    messages: list[Message] = []
    if line.startswith(("staff: ", "dossier: ", "down: ")):
        await _set_up(house, *line.split())
    elif line.startswith("hears: "):
        messages = await heard(house, who, known)
    elif line.startswith(">"):
        messages = await told(house, line, who)
    if line.startswith("dossier: "):
        who = line.split()[1]
    if not line.startswith(("as: ", "down: ", "later: ")):
        known[who] = len(house.heard.get(house.person(who).chat, ()))
    return messages


async def by_itself(house: House, known: dict[str, int]) -> list[str]:
    """What the program says until nothing is due any more, by whom it is said to."""
    before = {chat: len(heard) for chat, heard in house.heard.items()}
    await house.app.schedule.look()
    await house.app.idle()
    now: list[str] = []
    for chat, heard in sorted(house.heard.items(), key=lambda one: one[0].id):
        if new := heard[before.get(chat, 0) :]:
            now.append(f"to {chat.id}:")
            now += [line for message in new for line in shown(message)]
            known[chat.id] = len(heard)
    return now


async def told(house: House, line: str, who: str) -> list[Message]:
    person = house.person(who)
    line = line.replace("@code", last_shown(house, 3)) if "@code" in line else line
    line = line.replace("@number", last_shown(house, 2)) if "@number" in line else line
    if found := re.fullmatch(r">> \[(.+)\]", line):
        return await person.press(found[1])
    if found := re.fullmatch(r">> \{(\d+) MB: (.+?)\} ?(.*)", line):
        return await person.send_over_channel(found[2], found[3], int(found[1]) * 1_000_000)
    if found := re.fullmatch(r">> poster (\S+)", line):
        return await person.come_by(found[1])
    if found := re.fullmatch(r">> page \{(.+?)\}", line):
        return await person.send_by_page(*found[1].split(", "))
    if found := re.fullmatch(r">> \{(.+?)\} ?(.*)", line):
        return await person.send(*found[1].split(", "), caption=found[2])
    return await person.say(line.removeprefix("> "))


async def _set_up(house: House, what: str, *rest: str) -> None:
    match what, rest:
        case "staff:", (name, role, *unit):
            await staff(house, name, role, *unit)  # type: ignore[arg-type]
        case "dossier:", (name,):
            await (await Farmer(house.person(name)).begin()).fill()
        case "down:", (begin, end):
            for moment in (begin, end):
                at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
                await house.app.storage.beat(Beat(at, {}))


async def tell(house: House, story: str) -> str:
    """The story as it goes now: its own lines, and our answers to them."""
    now: list[str] = []
    who = "thu"
    known: dict[str, int] = {}  # how many messages each of them has seen
    for line in story.splitlines():
        if line.startswith(("< ", "  ", "to ")):
            continue
        if line.strip() or (now and now[-1]):
            now.append(line.rstrip())
        if line.startswith("at: "):
            house.clock.now = datetime.fromisoformat(line[4:]).replace(tzinfo=ZONE)
        elif line.startswith("later: "):
            house.clock.now = datetime.fromisoformat(line[7:]).replace(tzinfo=ZONE)
            now += await by_itself(house, known)
        elif line.startswith(("as: ", "staff: ", "hears: ")):
            who = line.split()[1]
        for message in await came_of(house, line, who, known):
            now.extend(shown(message))
    return "\n".join(now) + "\n"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
async def test_story(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    story = path.read_text("utf-8")
    tiny = story.startswith("pack: tiny\n")
    async with a_house(tmp_path, pack=TINY if tiny else "lang-son-9") as house:
        now = await tell(house, story)
    if request.config.getoption("--record"):
        path.write_text(now, "utf-8")
    assert now == story
