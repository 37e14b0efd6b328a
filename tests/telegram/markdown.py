"""MarkdownV2, as a bot may write it."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram.errors import Refused, bad

_RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = {
    "*": "bold", "__": "underline", "_": "italic", "~": "strikethrough", "||": "spoiler",
    "```": "pre", "`": "code",
}  # fmt: skip
_MARK = re.compile(r"```|__|\|\||[*_~`]")


def _refuse(what: str, source: str, at: int) -> Refused:
    return bad(f"can't parse entities: {what} at byte offset {len(source[:at].encode())}")


class _Markdown:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.open: list[tuple[str, int, int]] = []  # mark, where in the text, where in the source
        self.entities: list[dict[str, Any]] = []
        self.quote: int | None = None

    def offset(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2

    def parse(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.source):
            self.step()
        self.end_quote()
        if self.open:
            mark, _, at = self.open[-1]
            kind = "TextUrl" if mark == "[" else _MARKS[mark].capitalize()
            raise _refuse(f"Can't find end of {kind} entity", self.source, at)
        return self.text, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def step(self) -> None:
        char = self.source[self.at]
        inside_code = bool(self.open) and self.open[-1][0] in ("`", "```")
        if char == "\\" and self.at + 1 < len(self.source) and self.source[self.at + 1].isascii():
            self.text += self.source[self.at + 1]
            self.at += 2
        elif char == "`" or (not inside_code and _MARK.match(self.source, self.at)):
            self.mark()
        elif inside_code:
            self.say(char)
        elif char in "[]":
            self.bracket(char)
        elif char == ">" and (not self.text or self.text.endswith("\n")):
            self.quote = self.offset() if self.quote is None else self.quote
            self.at += 1
        elif char in _RESERVED:
            raise _refuse(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'",
                self.source,
                self.at,
            )
        else:
            self.say(char)

    def say(self, char: str) -> None:
        self.text += char
        self.at += 1
        if char == "\n" and not self.source.startswith(">", self.at):
            self.end_quote()

    def end_quote(self) -> None:
        if self.quote is not None:
            self.add("blockquote", self.quote)
            self.quote = None

    def add(self, kind: str, start: int, **extra: str) -> None:
        if self.offset() > start:
            size = self.offset() - start
            self.entities.append({"type": kind, "offset": start, "length": size, **extra})

    def mark(self) -> None:
        match = _MARK.match(self.source, self.at)
        assert match is not None
        mark = match[0]
        if self.open and self.open[-1][0] == "`" and mark == "```":
            mark = "`"
        if self.open and self.open[-1][0] == mark:
            self.add(_MARKS[mark], self.open.pop()[1])
        else:
            self.open.append((mark, self.offset(), self.at))
        self.at += len(mark)

    def bracket(self, char: str) -> None:
        if char == "[":
            self.open.append(("[", self.offset(), self.at))
            self.at += 1
            return
        if not self.open or self.open[-1][0] != "[":
            raise _refuse(
                "Character ']' is reserved and must be escaped with the preceding '\\'",
                self.source,
                self.at,
            )
        _, start, _ = self.open.pop()
        link = re.compile(r"\]\(((?:[^()\\]|\\.)*)\)").match(self.source, self.at)
        if link:
            self.add("text_link", start, url=re.sub(r"\\(.)", r"\1", link[1]))
            self.at = link.end()
        else:
            self.at += 1


def parse_markdown(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and its entities (offsets in UTF-16). Raises Refused."""
    return _Markdown(source).parse()
