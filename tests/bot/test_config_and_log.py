from __future__ import annotations

import logging
import sys
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from bot import config
from bot.config import ConfigError, Settings
from bot.log import Redacting, redacted
from bot.texts import LOCALES

EXAMPLE = LOCALES.parent / ".env.example"


def test_the_example_lists_every_setting_with_its_default() -> None:
    written = {}
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if line and not line.startswith("# "):
            name, _, value = line.removeprefix("#").partition("=")
            written[name] = value
    assert written == {f.name.upper(): str(f.default) for f in fields(Settings)}


def test_the_example_says_what_each_is_for() -> None:
    text = EXAMPLE.read_text("utf-8")
    for name, hint in get_type_hints(Settings, include_extras=True).items():
        assert f"# {hint.__metadata__[0]}\n#{name.upper()}=" in text


def test_a_desktop_s_own_language_list_is_none_of_our_settings(tmp_path: Path) -> None:
    assert config.load({"LANGUAGE": "en_US:en"}, tmp_path / "none") == Settings()


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("WEB_PORT=9000\nBOT_LANGUAGE=en\n", "utf-8")
    settings = config.load({"WEB_PORT": "9001", "BOT_LANGUAGE": " "}, file)
    assert (settings.web_port, settings.bot_language) == (9001, "vi")
    assert config.load({}, file).bot_language == "en"
    assert config.load({}, tmp_path / "none") == Settings()


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("WEB_PORT", "abc", "number"),
        ("WEB_PORT", "-1", "number"),
        ("WEB_PORT", "70000", "port"),
        ("MAX_FILE_MB", "1.5", "number"),
        ("BOT_LANGUAGE", "xx", "language"),
        ("DATABASE_URL", "oracle://x", "database"),
        ("DATABASE_URL", "sqlite:bot.db", "database"),
        ("KEEP_MESSAGES_DAYS", "0", "days"),
        ("KEEP_MESSAGES_DAYS", "999999999999", "days"),
        ("MAX_FILE_MB", "0", "megabytes"),
        ("WEB_PUBLIC_URL", "chat.example.vn", "address"),
        ("LOG_LEVEL", "debug", "log_level"),
        ("TELEGRAM_TOKEN", "123", "telegram_token"),
        ("TELEGRAM_API_URL", "api.telegram.org", "address"),
        ("TELEGRAM_PROXY", "proxy:1080", "proxy"),
        ("TELEGRAM_MODE", "push", "telegram_mode"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load({name: value}, tmp_path / "none")
    assert (caught.value.name, caught.value.problem) == (name, problem)


def test_telegram_calls_https_only_and_a_server_next_door_calls_anything(tmp_path: Path) -> None:
    plain = {"TELEGRAM_MODE": "webhook", "WEB_PUBLIC_URL": "http://chat.example.vn"}
    with pytest.raises(ConfigError) as caught:
        config.load(plain, tmp_path / "none")
    assert caught.value.problem == "webhook_address"
    with pytest.raises(ConfigError):
        config.load({"TELEGRAM_MODE": "webhook"}, tmp_path / "none")
    next_door = {**plain, "TELEGRAM_API_URL": "http://127.0.0.1:8081"}
    assert config.load(next_door, tmp_path / "none").telegram_mode == "webhook"
    secure = {**plain, "WEB_PUBLIC_URL": "https://chat.example.vn"}
    assert config.load(secure, tmp_path / "none").telegram_mode == "webhook"


TOKEN = "123456789:AAExampleExampleExampleExample12345"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"GET https://api.example/bot{TOKEN}/getMe", "AAExample"),
        (f"the token {TOKEN} is wrong", "AAExample"),
        ("postgresql://user:hunter2@db/name", "hunter2"),
        ("TELEGRAM_TOKEN=s3cr3t", "s3cr3t"),
        ("{'password': 's3cr3t'}", "s3cr3t"),
        ("Cookie: chat=s3cr3t", "s3cr3t"),
        ("gọi 0912345678 nhé", "0912345678"),
        ("gọi +84912345678 nhé", "912345678"),
    ],
)
def test_secrets_do_not_reach_the_log(text: str, secret: str) -> None:
    assert secret in text
    assert secret not in redacted(text)


def test_an_exception_and_its_cause_are_redacted_too() -> None:
    logger = logging.getLogger("test")
    try:
        try:
            raise ValueError("token=abc123")
        except ValueError as error:
            raise RuntimeError("postgresql://bot:pass123@host/x") from error
    except RuntimeError:
        record = logger.makeRecord("t", logging.ERROR, "f", 1, "failed", (), sys.exc_info())
    text = Redacting("%(message)s").format(record)
    assert "abc123" not in text
    assert "pass123" not in text
    assert "RuntimeError" in text
