from __future__ import annotations

import pytest

from tests.talk import contest

FINDER = contest().finder


@pytest.mark.parametrize(
    ("described", "field"),
    [
        ("máy tách hạt ngô chạy mô tơ", "mechanics"),
        ("phần mềm trên điện thoại bật máy bơm", "it"),
        ("u phan huu co tu vo hoi", "farming"),
        ("bếp đun ít củi", "materials"),
        ("bài thuốc nam chữa đau khớp", "medicine"),
        ("đồ dùng dạy học cho trẻ lớp một", "education"),
    ],
)
def test_a_description_finds_its_field_and_says_why(described: str, field: str) -> None:
    suggested = FINDER.suggest(described)
    assert suggested[0].field.id == field
    assert suggested[0].because
    assert len(suggested) <= 2


@pytest.mark.parametrize("described", ["", "???", "qqqq wwww"])
def test_nothing_known_suggests_nothing(described: str) -> None:
    assert FINDER.suggest(described) == []


def test_its_own_examples_find_their_field() -> None:
    for field in contest().pack.fields:
        for examples in field.examples.values():
            for example in examples:
                assert FINDER.suggest(example)[0].field is field
