"""The web chat: one page, and a stream of what was said. A browser is one chat."""

from bot.channels.web.channel import WebChannel
from bot.channels.web.server import make_server

__all__ = ["WebChannel", "make_server"]
