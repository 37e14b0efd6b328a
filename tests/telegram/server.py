"""The server: one bot, its methods, its faults and its log, over HTTP on this machine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.telegram import editing, profile, sending, wire
from tests.telegram.chats import JSON, Chat, Person
from tests.telegram.clock import Clock
from tests.telegram.errors import NO_METHOD, WEBHOOK_IS_SET, Refused, conflict
from tests.telegram.faults import (
    Delay,
    Dropped,
    Fault,
    Faults,
    Gateway,
    LostAnswer,
    html_page,
    refusal,
)
from tests.telegram.groups import Group
from tests.telegram.state import State
from tests.telegram.user import User
from tests.telegram.wire import Call, Upload

TOKEN = "4242424242:AAFakeTokenOfATestServerNotARealOne"
BOT = {
    "id": 4242424242,
    "is_bot": True,
    "first_name": "Hội thi thử",
    "username": "hoi_thi_thu_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}

Method = Callable[[State, Call], Awaitable[Any]]

METHODS: dict[str, Method] = {
    made.__name__.replace("_", ""): made
    for made in (
        sending.send_message, sending.send_photo, sending.send_document, sending.send_voice,
        sending.send_video, sending.send_media_group, sending.send_chat_action,
        sending.send_message_draft, sending.send_rich_message,
        editing.edit_message_text, editing.edit_message_caption, editing.edit_message_reply_markup,
        editing.delete_message, editing.pin_chat_message, editing.answer_callback_query,
        profile.get_me, profile.close, profile.log_out, profile.get_file, profile.get_chat,
        profile.set_my_commands, profile.get_my_commands, profile.delete_my_commands,
        profile.set_my_name, profile.get_my_name, profile.set_my_description,
        profile.get_my_description, profile.set_my_short_description,
        profile.get_my_short_description, profile.set_chat_menu_button,
        profile.get_chat_menu_button,
    )
}  # fmt: skip


@dataclass
class Request:
    """One line of the log."""

    method: str  # as the bot wrote it
    params: JSON
    files: dict[str, Upload]
    at: float
    via: str = "http"  # or "webhook": an answer to a webhook
    status: int = 0  # 0: no answer was sent
    answer: JSON = field(default_factory=dict)

    @property
    def result(self) -> Any:
        return self.answer.get("result")


class TelegramServer:
    """Stands in for api.telegram.org, for one bot. See the package for how to use it.

    `api` is the version of the Bot API it speaks; `privacy=False` shows the bot all messages of
    its groups. Attributes for tests: `url`, `token`, `clock`, `log`, `faults`, `rates`, `emitted`.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        api: tuple[int, int] = (10, 3),
        privacy: bool = True,
        token: str = TOKEN,
        port: int = 0,
    ) -> None:
        self.clock = clock or Clock()
        self.token = token
        self.port = port
        self.log: list[Request] = []
        self.faults = Faults()
        bot = {
            **BOT,
            "id": int(token.partition(":")[0]),
            "can_read_all_group_messages": not privacy,
        }
        self.state = State(self.clock, api, bot, self._answered, privacy=privacy)
        self.rates = self.state.rates
        self._users: dict[int, User] = {}
        self.extend: Callable[[web.Application, TelegramServer], None] | None = None
        self._runner: web.AppRunner | None = None

    # -- the user side

    def user(
        self,
        user_id: int,
        first_name: str,
        last_name: str = "",
        *,
        username: str = "",
        language_code: str = "vi",
        phone: str = "",
    ) -> User:
        """A person, who has not started the bot yet. The same one again for the same id."""
        if user_id not in self._users:
            person = Person(user_id, first_name, last_name, username, language_code, phone)
            self._users[user_id] = User(self.state, self.state.chats.add_person(person))
        return self._users[user_id]

    def group(self, title: str, members: list[User], *, supergroup: bool = False) -> Group:
        """A group that the first of its members has just put the bot into."""
        people = [member.person for member in members]
        chat = self.state.chats.add_group(title, people, supergroup=supergroup)
        return Group(self.state, chat)

    def chat(self, chat_id: int) -> Chat:
        return self.state.chats.chats[chat_id]

    @property
    def emitted(self) -> list[JSON]:
        """Every update there was, as the bot gets it."""
        return self.state.updates.emitted

    def emit(self, kind: str, body: Any, *, chat: int = 0) -> None:
        """An update of any kind and shape, even one there should never be."""
        self.state.updates.put(kind, body, chat)

    def twice(self, count: int = 1) -> None:
        """The next updates reach the bot twice."""
        self.state.updates.twice += count

    def swapped(self, count: int = 1) -> None:
        """The next update waits until there is another one, and comes after it."""
        self.state.updates.swap += count

    def requests(self, method: str = "") -> list[Request]:
        """What the bot asked for, by method (any case); all of it but getUpdates for ""."""
        wanted = method.lower()
        return [
            r for r in self.log
            if r.method.lower() == wanted or (not wanted and r.method.lower() != "getupdates")
        ]  # fmt: skip

    # -- the wire

    @property
    def url(self) -> str:
        """What a bot takes for https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> TelegramServer:
        app = web.Application(client_max_size=wire.UPLOAD_MOST + wire.SLACK)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        if self.extend:
            self.extend(app, self)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        assert self._runner.addresses
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.state.polling.abort(Refused(500, "Internal Server Error: restart"))
        await self.state.webhook.close()
        assert self._runner is not None
        await self._runner.cleanup()

    async def _download(self, request: web.Request) -> web.Response:
        stored = self.state.files.at(request.match_info["path"])
        if request.match_info["token"] != self.token or stored is None:
            return web.json_response(Refused(404, "Not Found").answer(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        line = Request(method, {}, {}, self.clock.now())
        self.log.append(line)
        try:
            call = await wire.read(request, method)
        except Refused as too_much:
            return _respond(line, too_much)
        line.params, line.files = call.params(), call.files
        if refused := self._unauthorized(request.match_info["token"]):
            return _respond(line, refused)
        fault = self.faults.of(call)
        if isinstance(fault, Dropped):
            return _hang_up(request)
        if isinstance(fault, Gateway):
            line.status = fault.status
            return web.Response(
                text=html_page(fault.status), status=fault.status, content_type="text/html"
            )
        outcome = await self._done(call, fault)
        if isinstance(fault, LostAnswer):
            _respond(line, outcome)
            line.status = 0
            return _hang_up(request)
        return _respond(line, outcome)

    async def _done(self, call: Call, fault: Fault | None = None) -> Any:
        """The result, or a Refused."""
        if (refused := refusal(fault)) is not None:
            return refused
        if isinstance(fault, Delay):
            await self.clock.sleep(fault.seconds)
        try:
            return await self._execute(call)
        except Refused as refused:
            return refused

    async def _execute(self, call: Call) -> Any:
        state = self.state
        if state.logged_out:
            raise Refused(400, "Logged out")
        if call.method == "getupdates":
            if state.webhook.active:
                raise conflict(WEBHOOK_IS_SET)
            return await state.polling.get_updates(call)
        if call.method in ("setwebhook", "deletewebhook"):
            setting = call.method == "setwebhook"
            return await (state.webhook.set if setting else state.webhook.delete)(call)
        if call.method == "getwebhookinfo":
            return state.webhook.info()
        method = METHODS.get(call.method)
        if method is None or not state.can(call.method):
            raise Refused(*NO_METHOD)
        return await method(state, call)

    async def _answered(self, call: Call) -> None:
        """A request that came as the answer to a webhook: nobody learns what became of it."""
        line = Request(call.text("method"), call.params(), call.files, self.clock.now(), "webhook")
        self.log.append(line)
        _respond(line, await self._done(call, self.faults.of(call)))

    def _unauthorized(self, token: str) -> Refused | None:
        if token == self.token:
            return None
        number, colon, _ = token.partition(":")
        if not colon or not number.isdigit():
            return Refused(401, "Unauthorized: invalid token specified")
        return Refused(401, "Unauthorized")


def _respond(line: Request, outcome: Any) -> web.Response:
    headers = {}
    if isinstance(outcome, Refused):
        line.status, line.answer = outcome.code, outcome.answer()
        if "retry_after" in outcome.parameters:
            headers["Retry-After"] = str(outcome.parameters["retry_after"])
    else:
        line.status, line.answer = 200, {"ok": True, "result": outcome}
    return web.json_response(line.answer, status=line.status, headers=headers)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
