"""Wrong updates made from right ones, for judges to catch."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any


def places(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every object within, with each of its keys."""
    if isinstance(value, dict):
        for key in list(value):
            yield value, key
            yield from places(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from places(item)


def misspelt(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each key in turn has one letter too many."""
    for number, (_, key) in enumerate(places(raw)):
        wrong = copy.deepcopy(raw)
        where, _ = list(places(wrong))[number]
        where[key + "x"] = where.pop(key)
        yield key, wrong


def of_wrong_type(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each value in turn is something no field is."""
    for number, (_, key) in enumerate(places(raw)):
        wrong = copy.deepcopy(raw)
        where, _ = list(places(wrong))[number]
        where[key] = [[{"moon": 1}]]
        yield key, wrong


def without(raw: dict[str, Any], *path: str | int) -> dict[str, Any]:
    """A copy that lacks one value."""
    wrong = copy.deepcopy(raw)
    where: Any = wrong
    for step in path[:-1]:
        where = where[step]
    del where[path[-1]]
    return wrong
