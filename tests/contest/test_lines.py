from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contest.lines import key_lines, line_of
from contest.reading import PACKS

TEXT = '''# top
a = 1
b.c = """
fake = 1
[also.fake]
"""
"quoted" = 'x = 2'

[[row]]
name = "first" # not = a key
list = [
  1,
  2,
]

[[row]]
name = "second"
[[row.part]]
deep = { x = 1 }
[row.part.more]
last = true
'''


def test_keys_are_found_where_they_stand() -> None:
    found = key_lines(TEXT)
    assert found[("a",)] == 2
    assert found[("b", "c")] == 3
    assert found[("quoted",)] == 7
    assert found[("row", 0)] == 9
    assert found[("row", 0, "list")] == 11
    assert found[("row", 1, "name")] == 17
    assert found[("row", 1, "part", 0, "deep")] == 19
    assert found[("row", 1, "part", 0, "more", "last")] == 21
    assert ("fake",) not in found
    assert line_of(found, ("row", 0, "list", 1)) == 11
    assert line_of(found, ("nowhere",)) == 1


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    match value:
        case dict():
            return [p for k, v in value.items() for p in [(*path, k), *paths(v, (*path, k))]]
        case list() if value and isinstance(value[0], dict):
            return [p for n, v in enumerate(value) for p in paths(v, (*path, n))]
        case _:
            return []


def test_every_key_of_the_packs_is_found_or_stands_in_one_that_is() -> None:
    for file in PACKS.rglob("*.toml"):
        text = file.read_text("utf-8")
        found = key_lines(text)
        lines = text.splitlines()
        for path in paths(tomllib.loads(text)):
            number = line_of(found, path)
            name = str(path[-1])
            assert name in lines[number - 1] or path not in found, (file.name, path, number)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_survived(text: str) -> None:
    key_lines(text)
