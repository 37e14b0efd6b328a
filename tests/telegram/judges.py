"""Judges nobody here wrote: python-telegram-bot for what we say, teremok for what the bot says."""

from __future__ import annotations

import json
from typing import Any, cast

import aiogram.methods
import telegram
from aiogram import Bot
from pydantic import ValidationError
from teremok.validation import ApiRuleViolation, validate_method

JSON = dict[str, Any]

# fields of Bot API 10.1 and later that the server writes; the judge knows 10.0
NEWER = frozenset({"rich_message", "disabled", "members_only", "can_send_welcome_messages"})

_MESSAGE, _MESSAGES = telegram.Message, [telegram.Message]
RESULTS: dict[str, Any] = {
    "getme": telegram.User,
    "getupdates": [telegram.Update],
    "getwebhookinfo": telegram.WebhookInfo,
    "getfile": telegram.File,
    "getchat": telegram.ChatFullInfo,
    "getmycommands": [telegram.BotCommand],
    "getmyname": telegram.BotName,
    "getmydescription": telegram.BotDescription,
    "getmyshortdescription": telegram.BotShortDescription,
    "getchatmenubutton": telegram.MenuButton,
    "sendmessage": _MESSAGE,
    "sendphoto": _MESSAGE,
    "senddocument": _MESSAGE,
    "sendvoice": _MESSAGE,
    "sendvideo": _MESSAGE,
    "sendrichmessage": _MESSAGE,
    "sendmediagroup": _MESSAGES,
    "editmessagetext": _MESSAGE,
    "editmessagecaption": _MESSAGE,
    "editmessagereplymarkup": _MESSAGE,
}


class Condemned(AssertionError):  # noqa: N818 -- a judge's word
    """What the judge does not recognise, and where."""


def judge_update(raw: JSON) -> telegram.Update:
    """One update, as python-telegram-bot reads it. Raises Condemned."""
    return cast("telegram.Update", _judge(raw, telegram.Update))


def judge_result(method: str, result: Any) -> None:
    """What a method returned. Raises Condemned."""
    kind = RESULTS.get(method.lower())
    if kind is None:
        if result is not True:
            raise Condemned(f"{method} returned {result!r}, not True")
    elif isinstance(kind, list):
        for item in result:
            _judge(item, kind[0])
    else:
        _judge(result, kind)


def _judge(raw: JSON, kind: type[telegram.TelegramObject]) -> telegram.TelegramObject:
    try:
        read = kind.de_json(json.loads(json.dumps(raw)), None)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise Condemned(f"{kind.__name__}: {error!r}") from error
    _no_unknown(read, kind.__name__)
    _nothing_lost(raw, read.to_dict(), kind.__name__)
    return read


def _no_unknown(value: Any, path: str) -> None:
    if isinstance(value, telegram.TelegramObject):
        unknown = set(value.api_kwargs) - NEWER
        if unknown:
            raise Condemned(f"{path}: unknown fields {sorted(unknown)}")
        slots = [slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ())]
        for slot in slots:
            _no_unknown(getattr(value, slot, None), f"{path}.{slot}")
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            _no_unknown(item, f"{path}[{number}]")


def _nothing_lost(raw: Any, read: Any, path: str) -> None:
    """What was written is what was read. The judge adds flags of its own, which is its right."""
    if isinstance(raw, dict) and isinstance(read, dict):
        for key, value in raw.items():
            if key not in read:
                raise Condemned(f"{path}.{key} was lost")
            _nothing_lost(value, read[key], f"{path}.{key}")
    elif isinstance(raw, list) and isinstance(read, list) and len(raw) == len(read):
        for number, (one, other) in enumerate(zip(raw, read, strict=True)):
            _nothing_lost(one, other, f"{path}[{number}]")
    elif raw != read or isinstance(raw, bool) is not isinstance(read, bool):
        raise Condemned(f"{path}: {raw!r} became {read!r}")


_METHODS: dict[str, Any] = {
    made.__api_method__.lower(): made
    for made in vars(aiogram.methods).values()
    if isinstance(made, type)
    and issubclass(made, aiogram.methods.TelegramMethod)
    and made is not aiogram.methods.TelegramMethod
}
_BOT = Bot("42:judge")


def judge_call(method: str, params: JSON) -> None:
    """A request of a bot (its parameters as in `Request.params`), by the rules of teremok.

    Raises Condemned with Telegram's own text for what it would refuse, or with what is wrong
    about the shape.
    """
    made = _METHODS.get(method.lower())
    if made is None:
        raise Condemned(f"there is no method {method}")
    try:
        call = made.model_validate(_with_defaults_off(made, params))
        if call.model_extra:
            raise Condemned(f"{method}: unknown parameters {sorted(call.model_extra)}")
        validate_method(_BOT, call)
    except ValidationError as error:
        raise Condemned(f"{method}: {error}") from error
    except ApiRuleViolation as error:
        raise Condemned(error.description) from error


def _with_defaults_off(made: Any, params: JSON) -> JSON:
    """A default of the library would stand where the bot sent nothing."""
    sent_nothing = {"parse_mode": None} if "parse_mode" in made.model_fields else {}
    return {**sent_nothing, **params}
