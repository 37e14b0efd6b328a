"""Readers of the files a deployment is made of: so much of each format as these files use."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

ROOT = Path(__file__).parents[2]


def unit(text: str) -> list[tuple[str, str, str]]:
    """(section, key, value) of a systemd unit, in order."""
    found, section = [], ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and line[0] not in "#;":
            key, _, value = line.partition("=")
            found.append((section, key, value))
    return found


@dataclass
class Stage:
    """One FROM of a Dockerfile, and what follows it."""

    base: str
    name: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def all(self, keyword: str) -> list[str]:
        return [value for word, value in self.steps if word == keyword]

    def one(self, keyword: str) -> str:
        (value,) = self.all(keyword)
        return value

    def environment(self) -> dict[str, str]:
        pairs = [pair for value in self.all("ENV") for pair in shlex.split(value)]
        return dict(pair.split("=", 1) for pair in pairs)

    def command(self) -> list[str]:
        """What a container runs."""
        words: list[str] = json.loads(self.one("CMD"))
        return words

    def health(self) -> tuple[dict[str, str], list[str]]:
        """The options of the HEALTHCHECK, and its command."""
        options, _, command = self.one("HEALTHCHECK").partition(" CMD ")
        found = dict(re.findall(r"--([a-z-]+)=(\S+)", options))
        return found, json.loads(command)

    def copied(self) -> list[tuple[str, str, str]]:
        """(stage or "", from, to)"""
        found = []
        for value in self.all("COPY"):
            words = value.split()
            stage = words.pop(0).removeprefix("--from=") if words[0].startswith("--") else ""
            source, target = words
            found.append((stage, source, target))
        return found


def dockerfile(text: str) -> list[Stage]:
    """Its stages. A line may go on after a backslash; a line of comment may stand between."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    stages: list[Stage] = []
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        keyword, _, value = line.partition(" ")
        if keyword == "FROM":
            base, _, name = value.partition(" AS ")
            stages.append(Stage(base, name))
        elif stages:
            stages[-1].steps.append((keyword, value))
    return stages


def patterns(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def is_ignored(path: PurePosixPath, rules: list[str]) -> bool:
    """As a .dockerignore says: the last rule counts that fits the path or a folder above it."""
    verdict = False
    for rule in rules:
        shape = _shape(rule.removeprefix("!"))
        if any(shape.fullmatch(str(part)) for part in [path, *path.parents][:-1]):
            verdict = not rule.startswith("!")
    return verdict


def _shape(rule: str) -> re.Pattern[str]:
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", rule)
    return re.compile("".join(words.get(part, re.escape(part)) for part in parts))


def sent(context: Path, rules: list[str]) -> Iterator[PurePosixPath]:
    """The files of a folder that a build is given."""
    kept = {rule.removeprefix("!").partition("/")[0] for rule in rules if rule.startswith("!")}
    for top in sorted(kept):  # no look into what is large and ignored: .venv, .git, data
        place = context / top
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            name = PurePosixPath(path.relative_to(context).as_posix())
            if path.is_file() and not is_ignored(name, rules):
                yield name


def compose(text: str) -> dict[str, Any]:
    """A YAML file of mappings, lists and plain or quoted words; a mapping's child stands deeper."""
    rows = []
    for line in text.splitlines():
        bare = re.sub(r"(^|\s)#.*$", "", line).rstrip()
        if bare:
            rows.append((len(bare) - len(bare.lstrip()), bare.strip()))
    value = _block(rows)
    assert isinstance(value, dict)
    return value


def _block(rows: list[tuple[int, str]]) -> Any:
    if not rows:
        return None
    if rows[0][1].startswith("- "):
        return [_word(text.removeprefix("- ")) for _, text in rows]
    found: dict[str, Any] = {}
    depth = rows[0][0]
    starts = [n for n, (indent, _) in enumerate(rows) if indent == depth]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        key, _, rest = rows[start][1].partition(":")
        assert key not in found, key
        found[key] = _word(rest.strip()) if rest else _block(rows[start + 1 : end])
    return found


def _word(text: str) -> str:
    return text.strip('"')


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def megabytes(text: str) -> float:
    number, letter = float(text[:-1]), text[-1].lower()
    return number * {"m": 1, "g": 1024}[letter] * 1.048576
