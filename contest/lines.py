"""On which line of a TOML file does a key stand? The standard library's parser does not tell."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=""")
_QUOTES = ('"""', "'''")


def key_lines(text: str) -> dict[Path, int]:
    """Line numbers (from 1) of every table header and key outside multi-line strings and arrays."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    inside: str | None = None  # the quotes of a string that is still open
    depth = 0  # brackets of an array that is still open
    for number, line in enumerate(text.splitlines(), 1):
        if inside is None and depth == 0:
            if header := _HEADER.match(line):
                here = _resolve(tuple(_parts(header[2])), header[1] == "[[", counts)
                found[here] = number
                continue
            if key := _KEY.match(line):
                parts = _parts(key[1])
                for depth_of_key in range(1, len(parts) + 1):
                    found.setdefault((*here, *parts[:depth_of_key]), number)
        inside, depth = _open_after(line, inside, depth)
    return found


def line_of(found: dict[Path, int], path: Path) -> int:
    """The line of `path`, or of what it stands in; 1 if nothing of it is written down."""
    while path:
        if path in found:
            return found[path]
        path = path[:-1]
    return 1


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _resolve(names: tuple[str, ...], is_row: bool, counts: dict[Path, int]) -> Path:
    """`question.option` inside the third [[question]] is question[2].option[…]."""
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        last = place == len(names) - 1
        if last and is_row:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _open_after(line: str, inside: str | None, depth: int) -> tuple[str | None, int]:
    """Is a multi-line string or an array still open after this line?"""
    at = 0
    while at < len(line):
        if inside:
            end = line.find(inside, at)
            if end < 0:
                return inside, depth
            inside, at = None, end + 3
            continue
        if line.startswith(_QUOTES, at):
            inside, at = line[at : at + 3], at + 3
        elif line[at] in "\"'":
            at = _string_end(line, at)
        elif line[at] == "#":
            break
        else:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(line[at], 0)
            at += 1
    return inside, max(depth, 0)


def _string_end(line: str, at: int) -> int:
    quote, at = line[at], at + 1
    while at < len(line) and line[at] != quote:
        at += 2 if line[at] == "\\" and quote == '"' else 1
    return at + 1
