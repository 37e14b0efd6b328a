"""Fits what we say to what a channel can show. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.channels.port import Abilities, Message


def shaped(message: Message, abilities: Abilities) -> list[Message]:
    """As the channel can show it: cut at paragraphs, choices numbered where there are no buttons.

    Files go with the first part, note, buttons and links with the last; where an address cannot
    stand under a name, it stands in the text.
    """
    text, links = message.text, message.links
    if links and not abilities.links:
        text = "\n".join((text, "", *(f"{link.label}: {link.url}" for link in links)))
        links = ()
    if message.buttons and not abilities.buttons:
        numbered = (f"{n}. {b.label}" for n, b in enumerate(message.buttons, 1))
        text = "\n".join((text, "", *numbered))
    room = abilities.text_units - (_units(message.note) + 2 if message.note else 0)
    *before, last = _cut(text, room)
    parts = [Message(part, message.lang) for part in before]
    parts.append(replace(message, text=last, files=(), links=links))
    if message.files:
        parts[0] = replace(parts[0], files=message.files)
    return parts


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, room: int) -> list[str]:
    """Into parts of at most `room` UTF-16 units: at paragraphs, lines, words, or else letters."""
    parts: list[str] = []
    while _units(text) > room:
        head = _head(text, room)
        for between in ("\n\n", "\n", ". ", " "):
            at = head.rfind(between)
            if at > 0:
                head = text[: at + len(between)]
                break
        parts.append(head.strip())
        text = text[len(head) :].lstrip()
    return [*parts, text]


def _head(text: str, room: int) -> str:
    units = 0
    for at, letter in enumerate(text):
        units += 2 if ord(letter) > 0xFFFF else 1
        if units > room:
            return text[:at]
    return text
