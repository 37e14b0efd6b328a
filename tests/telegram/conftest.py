from __future__ import annotations

import io
from collections.abc import AsyncIterator

import pytest
from PIL import Image

from tests.telegram import Clock, TelegramServer, User
from tests.telegram.calls import call_everything
from tests.telegram.raw import Hook, RawBot
from tests.telegram.samples import aiogram_bot, everything


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """A server whose clock stands still until a test moves it."""
    async with TelegramServer(clock=Clock(running=False)) as server:
        yield server


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[RawBot]:
    bot = RawBot(server)
    yield bot
    await bot.session.close()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    async with Hook() as hook:
        yield hook


@pytest.fixture
async def person(server: TelegramServer) -> User:
    """Somebody who has started the bot, whose start the bot has forgotten."""
    person = server.user(1001, "Nông", "Thử", phone="+84900000001")
    await person.starts()
    server.state.updates.clear()
    return person


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A large PNG that is not one colour, with EXIF."""
    image = Image.linear_gradient("L").resize((3000, 2000)).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Máy thử"
    out = io.BytesIO()
    image.save(out, "PNG", exif=exif)
    return out.getvalue()


@pytest.fixture
async def spoken(picture: bytes) -> TelegramServer:
    """A server whose log holds one of everything."""
    async with TelegramServer() as server:
        person = server.user(1001, "Nông", "Thử", username="nong_thu")
        await everything(person, picture, server)
        bot = aiogram_bot(server)
        await call_everything(bot, person, picture)
        await bot.session.close()
    return server
