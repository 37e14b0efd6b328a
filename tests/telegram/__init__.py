"""A Telegram Bot API server for tests, on this machine, written to how the official one behaves.

    async with TelegramServer() as server:                  # or clock=Clock(running=False)
        bot = Bot(server.token, AiohttpSession(api=TelegramAPIServer.from_base(server.url)))
        ...                                                 # polling, or setWebhook to 127.0.0.1
        an = server.user(1001, "Nông", "Thử", language_code="vi")
        await an.starts("payload")                          # types, sends_photo, sends_album, ...
        assert "Chào" in (await an.hears()).text            # the bot's next message
        await an.presses("Đồng ý")                          # NoSuchButtonError unless on the screen
        print(an.screen, an.keys, an.toasts, an.actions)    # what the person sees
        server.faults.next("sendMessage", LostAnswer(), chat=1001, times=1)
        server.rates.limit(overall=30, chat=1, burst=3, group=20)
        server.clock.advance(150)                           # a press is too old now
        server.twice(), server.swapped(), server.emit("message", None)
        server.requests("sendMessage"), server.emitted      # what judges read

With a clock that stands, whatever waits by it waits for `advance`: long polls, tries of a webhook,
and a poll with the offset of the last one, which the official server holds back for 3 seconds.
`hears` and `sees` wait in real seconds.
A server as its own process: `tests.telegram.process`. Judges: `judges`, `schema`.
"""

from tests.telegram.clock import Clock
from tests.telegram.faults import Delay, Dropped, Gateway, LostAnswer, Refuse, TooMany
from tests.telegram.screen import Shown
from tests.telegram.server import TelegramServer
from tests.telegram.user import NoSuchButtonError, Press, User

__all__ = [
    "Clock",
    "Delay",
    "Dropped",
    "Gateway",
    "LostAnswer",
    "NoSuchButtonError",
    "Press",
    "Refuse",
    "Shown",
    "TelegramServer",
    "TooMany",
    "User",
]
