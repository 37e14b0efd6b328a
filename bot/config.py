"""Settings, read once from the environment and `.env`. `.env.example` lists the same (tested)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any

from dotenv import dotenv_values

MOST_KEPT_DAYS = 36_500
MOST_MB = 100_000
LEARNT = "learnt"  # in DATA_DIR: what was learnt from the pack; may be deleted at any time
LINKS_KEY = "links.key"  # in DATA_DIR: signs links to files; without it none works that is out
TELEGRAM = "https://api.telegram.org"
PROXIES = ("http://", "socks4://", "socks5://")
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
DATABASES = ("sqlite:///", "postgresql://", "postgresql+asyncpg://", "memory:")


class ConfigError(Exception):
    """A setting that cannot be used: the variable's name, and what kind of value it wants."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name, self.problem = name, problem


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. The variable is the field's name in capitals."""

    data_dir: Annotated[Path, "Folder of the database and the files."] = Path("data")
    database_url: Annotated[
        str, "Empty: SQLite in DATA_DIR. Or postgresql://user:password@host/name."
    ] = ""
    contest_pack: Annotated[
        str, "Name of a folder in contest/packs, or the path of a pack elsewhere."
    ] = "lang-son-9"
    bot_language: Annotated[str, "Language of those who have not chosen one: vi or en."] = "vi"
    web_host: Annotated[str, "Address the web chat listens on."] = "127.0.0.1"
    web_port: Annotated[int, "Port the web chat listens on."] = 8080
    web_public_url: Annotated[
        str, "Address people open, if it is another (a reverse proxy's): https://chat.example.vn"
    ] = ""
    telegram_token: Annotated[str, "From @BotFather. Empty: no Telegram."] = ""
    telegram_api_url: Annotated[
        str, "Where the Bot API is: Telegram's own, or a server of one's own."
    ] = TELEGRAM
    telegram_proxy: Annotated[
        str, "The way to Telegram: http://host:port or socks5://user:password@host:port"
    ] = ""
    telegram_mode: Annotated[
        str, "polling: asks Telegram; webhook: Telegram calls WEB_PUBLIC_URL/telegram."
    ] = "polling"
    max_file_mb: Annotated[int, "Largest file a person may send, in megabytes."] = 50
    max_chat_mb: Annotated[int, "All files of one person's chat together, in megabytes."] = 1000
    keep_messages_days: Annotated[
        int,
        "After so many days what people said and sent is deleted.",
    ] = 90
    log_level: Annotated[str, "DEBUG, INFO, WARNING or ERROR."] = "INFO"

    @property
    def address(self) -> str:
        """Where people open the web chat."""
        return self.web_public_url.rstrip("/") or f"http://{self.web_host}:{self.web_port}"

    @property
    def storage_url(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'bot.db'}"


def load(environ: Mapping[str, str] | None = None, file: Path = Path(".env")) -> Settings:
    """Settings from the environment, then from `.env`, then the defaults. Raises ConfigError."""
    found = {
        **dotenv_values(file, interpolate=False),
        **(os.environ if environ is None else environ),
    }
    given: dict[str, Any] = {}
    for setting in fields(Settings):
        name = setting.name.upper()
        raw = (found.get(name) or "").strip()
        if raw:
            given[setting.name] = _read(name, raw, setting.default)
    return _checked(Settings(**given))


def _read(name: str, raw: str, default: Any) -> Any:
    match default:
        case int():
            if not raw.isdecimal():
                raise ConfigError(name, "number")
            return int(raw)
        case Path():
            return Path(raw)
        case _:
            return raw


def _checked(settings: Settings) -> Settings:
    if settings.bot_language not in ("vi", "en"):
        raise ConfigError("BOT_LANGUAGE", "language")
    if settings.log_level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ConfigError("LOG_LEVEL", "log_level")
    if not 1 <= settings.web_port <= 65535:
        raise ConfigError("WEB_PORT", "port")
    if not 1 <= settings.keep_messages_days <= MOST_KEPT_DAYS:
        raise ConfigError("KEEP_MESSAGES_DAYS", "days")
    for name in ("max_file_mb", "max_chat_mb"):
        if not 1 <= getattr(settings, name) <= MOST_MB:
            raise ConfigError(name.upper(), "megabytes")
    if not settings.storage_url.startswith(DATABASES):
        raise ConfigError("DATABASE_URL", "database")
    if settings.web_public_url and not settings.web_public_url.startswith(("http://", "https://")):
        raise ConfigError("WEB_PUBLIC_URL", "address")
    _check_telegram(settings)
    return settings


def _check_telegram(settings: Settings) -> None:
    if settings.telegram_token and not _TOKEN.fullmatch(settings.telegram_token):
        raise ConfigError("TELEGRAM_TOKEN", "telegram_token")
    if not settings.telegram_api_url.startswith(("http://", "https://")):
        raise ConfigError("TELEGRAM_API_URL", "address")
    if settings.telegram_proxy and not settings.telegram_proxy.startswith(PROXIES):
        raise ConfigError("TELEGRAM_PROXY", "proxy")
    if settings.telegram_mode not in ("polling", "webhook"):
        raise ConfigError("TELEGRAM_MODE", "telegram_mode")
    # Telegram itself calls https only; a server of one's own may be next door
    wanted = "https://" if settings.telegram_api_url == TELEGRAM else "http"
    if settings.telegram_mode == "webhook" and not settings.web_public_url.startswith(wanted):
        raise ConfigError("WEB_PUBLIC_URL", "webhook_address")
