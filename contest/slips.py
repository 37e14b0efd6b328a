"""What is wrong with a pack, said so that whoever edits it finds the place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contest.lines import Path as KeyPath
from contest.lines import line_of

Problem = Literal[
    "no_file", "not_toml", "type", "missing", "unknown_key", "value", "choice",
    "language", "no_source", "no_such", "twice", "placeholder", "empty", "order",
]  # fmt: skip


class PackError(Exception):
    """A pack that cannot be used. Every part is for the person who edits the pack."""

    def __init__(self, file: str, line: int, key: str, problem: Problem, detail: str = "") -> None:
        super().__init__(f"{file}:{line}: {key}: {problem} {detail}".rstrip())
        self.file, self.line, self.key = file, line, key
        self.problem, self.detail = problem, detail


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that was read, and where its keys stand."""

    name: str
    lines: dict[KeyPath, int]

    def error(self, path: KeyPath, problem: Problem, detail: str = "") -> PackError:
        return PackError(self.name, line_of(self.lines, path), written(path), problem, detail)


def written(path: KeyPath) -> str:
    return "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")
