"""Texts and what is marked in them: HTML, given entities, and what Telegram finds by itself.

Offsets and lengths are UTF-16 code units, as on the wire.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.telegram.errors import Refused, bad
from tests.telegram.markdown import parse_markdown

Entity = dict[str, Any]

MOST = 100  # entities of a message; what is more is dropped without a word

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip

_ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(?:=\s*("[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"']+))?""")

_FOUND = (
    ("url", re.compile(r"https?://[^\s<>]+[^\s<>.,;:!?)\"']", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)),
    ("url", re.compile(r"(?<![\w@./-])(?:[\w-]+\.)+(?:vn|com|org|net|info)\b(?:/[^\s<>]*)?")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}\b")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d -]{7,14}\d\b")),
)  # fmt: skip


def length(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, entity: Entity) -> str:
    """What an entity covers."""
    units = text.encode("utf-16-le")
    start = entity["offset"] * 2
    return units[start : start + entity["length"] * 2].decode("utf-16-le")


def formatted(text: str, mode: str, given: Any) -> tuple[str, list[Entity]]:
    """A bot's text as it will be shown, and its entities. Raises Refused."""
    if given:
        entities = _given(text, given)
    elif not mode:
        entities = []
    elif mode.lower() == "html":
        text, entities = parse_html(text)
    elif mode.lower() == "markdownv2":
        text, entities = parse_markdown(text)
    else:
        raise bad("unsupported parse_mode")
    text, entities = _stripped(text, entities)
    return text, _ordered([*entities, *found(text, entities)])


def found(text: str, marked: list[Entity] | None = None) -> list[Entity]:
    """What Telegram finds in a text by itself, outside of what is code or a link already."""
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in marked or []
        if e["type"] in ("code", "pre", "text_link", "date_time")
    ]
    entities: list[Entity] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = length(text[: match.start()])
            end = start + length(match[0])
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                entities.append({"type": kind, "offset": start, "length": end - start})
    return _ordered(entities)


def _ordered(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))[:MOST]


def _stripped(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at both ends, which Telegram takes off."""
    cut_off = length(text) - length(text.lstrip())
    text = text.strip()
    whole = length(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut_off, 0)
        end = min(entity["offset"] - cut_off + entity["length"], whole)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept


def _given(text: str, given: Any) -> list[Entity]:
    if not isinstance(given, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    whole = length(text)
    for entity in given:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad("can't parse entities: Can't parse MessageEntity: expected an Object")
        end = int(entity["offset"]) + int(entity["length"])
        if int(entity["offset"]) < 0 or int(entity["length"]) <= 0 or end > whole:
            raise bad("can't parse entities: entity out of text bounds")
    return [dict(entity) for entity in given]


@dataclass
class _Open:
    tag: str
    offset: int
    extra: dict[str, Any]


class _Html:
    """A parser that refuses what the server's refuses; errors count bytes, entities UTF-16."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def refuse(self, what: str, at: int | None = None) -> Refused:
        where = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return bad(f"can't parse entities: {what}{where}")

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self.close_tag()
            elif self.source[self.at] == "<":
                self.open_tag()
            else:
                end = self.source.find("<", self.at)
                end = len(self.source) if end < 0 else end
                self.say(_unescaped(self.source[self.at : end]))
                self.at = end
        if self.open:
            raise self.refuse(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        return "".join(self.text), _ordered(self.entities)

    def say(self, text: str) -> None:
        self.text.append(text)
        self.offset += length(text)

    def open_tag(self) -> None:
        begin = self.at
        name = re.compile(r"[^\s>]*").match(self.source, begin + 1)
        assert name is not None
        if name.end() == len(self.source):
            raise self.refuse("Unclosed start tag", begin)
        tag = name[0].lower()
        if tag not in _KINDS:
            raise self.refuse(f'Unsupported start tag "{tag}"', begin)
        self.at = name.end()
        attributes = self.attributes(tag, begin)
        self.open.append(_Open(tag, self.offset, self.extra(tag, attributes, begin)))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        given: dict[str, str] = {}
        while True:
            while self.at < len(self.source) and self.source[self.at].isspace():
                self.at += 1
            if self.at >= len(self.source):
                raise self.refuse(f'Unclosed start tag "{tag}"', begin)
            if self.source[self.at] == ">":
                self.at += 1
                return given
            match = _ATTRIBUTE.match(self.source, self.at)
            assert match is not None
            if not match[1]:
                raise self.refuse(f'Empty attribute name in the tag "{tag}"', begin)
            self.at = match.end()
            given[match[1].lower()] = _unescaped((match[2] or "").strip("\"'"))

    def extra(self, tag: str, given: dict[str, str], begin: int) -> dict[str, Any]:
        if tag == "span" and given.get("class") != "tg-spoiler":
            raise self.refuse('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "tg-emoji" and not given.get("emoji-id"):
            raise self.refuse('Tag "tg-emoji" must have attribute "emoji-id"', begin)
        if tag == "tg-time" and not given.get("unix", "").isdigit():
            raise self.refuse('Tag "tg-time" must have attribute "unix"', begin)
        return {"given": given}

    def close_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.refuse("Unexpected end tag", begin)
        name = re.compile(r"([^\s>]*)(\s*)").match(self.source, begin + 2)
        assert name is not None
        self.at = name.end()
        if self.at >= len(self.source) or self.source[self.at] != ">":
            raise self.refuse("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if name[1] and name[1].lower() != opened.tag:
            raise bad(
                "can't parse entities: Unmatched end tag at byte offset"
                f" {len(self.source[:begin].encode())}, expected "
                f'"</{opened.tag}>", found "</{name[1].lower()}>"'
            )
        self.mark(opened)

    def mark(self, opened: _Open) -> None:
        size = self.offset - opened.offset
        if size <= 0:
            return
        entity: Entity = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": size}
        given: dict[str, str] = opened.extra["given"]
        inside = cut("".join(self.text), entity)
        if opened.tag == "a":
            entity["url"] = given.get("href") or inside
            if "." not in entity["url"] and "://" not in entity["url"]:
                return  # Telegram shows it as plain text
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = given["emoji-id"]
        elif opened.tag == "tg-time":
            entity["unix_time"] = int(given["unix"])
            entity["date_time_format"] = given.get("format", "")
        elif opened.tag == "blockquote" and "expandable" in given:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and self._language(entity, given):
            return
        self.entities.append(entity)

    def _language(self, code: Entity, given: dict[str, str]) -> bool:
        """`<pre><code class="language-x">` is one entity, with a language."""
        language = given.get("class", "").removeprefix("language-")
        if language and self.open and self.open[-1].tag == "pre":
            self.open[-1].extra["language"] = language
            return True
        return False


def _unescaped(text: str) -> str:
    """`&lt; &gt; &amp; &quot;` and numbers; any other name stays as it stands."""
    return re.sub(
        r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});", lambda m: html.unescape(m[0]), text
    )


def parse_html(source: str) -> tuple[str, list[Entity]]:
    return _Html(source).parse()
