from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.faq.normalise import fold
from contest.units import Gazetteer, unit_id
from tests.talk import contest

GAZETTEER: Gazetteer = contest().gazetteer


def names(typed: str) -> list[str]:
    return sorted(c.unit.name for c in GAZETTEER.find(typed).candidates)


def test_there_are_65_units_with_names_of_their_own() -> None:
    assert len(GAZETTEER.units) == 65
    assert len({unit_id(u) for u in GAZETTEER.units}) == 65
    assert sum(u.name.startswith("Phường") for u in GAZETTEER.units) == 4


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Yên Phúc", ["Xã Yên Phúc"]),
        ("yen phuc", ["Xã Yên Phúc"]),
        ("XÃ YÊN PHÚC", ["Xã Yên Phúc"]),
        ("dong mo", ["Xã Chi Lăng"]),
        ("tt đồng mỏ", ["Xã Chi Lăng"]),
        ("thi tran cao loc", ["Phường Kỳ Lừa"]),
        ("xã Chi Lăng, Tràng Định", ["Xã Thất Khê"]),
        ("chi lang trang dinh", ["Xã Thất Khê"]),
        ("phuong chi lang", ["Phường Lương Văn Tri"]),
        ("Hoà Bình, Văn Quan", ["Xã Văn Quan"]),
        ("Hòa Bình huyện Hữu Lũng", ["Xã Yên Bình"]),
        ("Tân Thanh", ["Xã Hoàng Văn Thụ"]),
        ("xã Tân Thành, Bắc Sơn", ["Xã Nhất Hòa"]),
        ("Thụy Hùng, Cao Lộc", ["Xã Đồng Đăng"]),
        ("Thuỵ Hùng Văn Lãng", ["Xã Thụy Hùng"]),
        ("thôn Nà Lùng, xã Yên Phúc, tỉnh Lạng Sơn", ["Xã Yên Phúc"]),
        ("xa y tich", ["Xã Vạn Linh"]),
        ("mẫu sơn lộc bình", ["Xã Mẫu Sơn"]),
    ],
)
def test_a_name_is_found_as_people_say_it(typed: str, expected: list[str]) -> None:
    assert names(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hoa binh", ["Xã Thiện Long", "Xã Văn Quan", "Xã Vạn Linh", "Xã Yên Bình"]),
        ("Hồng Thái", ["Xã Hoàng Văn Thụ", "Xã Tân Văn"]),
        ("Mẫu Sơn", ["Xã Ba Sơn", "Xã Mẫu Sơn"]),
        ("Tân Thành", ["Xã Nhất Hòa", "Xã Tân Thành", "Xã Tân Đoàn"]),
        ("Bính Xá", ["Xã Kiên Mộc", "Xã Đình Lập"]),
        ("Chiến Thắng", ["Xã Chiến Thắng", "Xã Vũ Lễ"]),
        ("thành phố Lạng Sơn", ["Phường Kỳ Lừa", "Phường Lương Văn Tri", "Phường Tam Thanh", "Phường Đông Kinh"]),
    ],
)  # fmt: skip
def test_an_ambiguous_name_gives_all_that_bear_it(typed: str, expected: list[str]) -> None:
    assert names(typed) == sorted(expected)
    assert not GAZETTEER.find(typed).guessed


def test_a_bare_district_name_offers_the_whole_district() -> None:
    found = names("loc binh")
    assert "Xã Lộc Bình" in found
    assert len(found) == 7
    assert names("huyện Lộc Bình") == found
    assert names("xã Lộc Bình") == ["Xã Lộc Bình"]


@pytest.mark.parametrize("typed", ["dong moo", "dongmo", "Yên Phuc huc", "Hồ Chí Minh"])
def test_what_only_looks_alike_is_a_guess(typed: str) -> None:
    found = GAZETTEER.find(typed)
    assert found.guessed or not found.candidates


@pytest.mark.parametrize("typed", ["", "   ", "xã", "?!", "Paris", "12345", "xyzabc"])
def test_what_is_no_name_finds_nothing(typed: str) -> None:
    assert names(typed) == []


def test_every_old_unit_with_its_district_leads_to_where_it_went() -> None:
    for unit in GAZETTEER.units:
        for old in unit.was:
            found = GAZETTEER.find(f"{old.name}, {old.district}")
            assert unit in [c.unit for c in found.candidates], (old, unit.name)
            bare = GAZETTEER.find(fold(f"{old.name}, {old.district}"))
            assert unit in [c.unit for c in bare.candidates], (old, unit.name)


def test_every_unit_of_today_is_found_by_its_name() -> None:
    for unit in GAZETTEER.units:
        assert unit in [c.unit for c in GAZETTEER.find(unit.name).candidates]
        assert unit in [c.unit for c in GAZETTEER.find(fold(unit.name)).candidates]


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_survived(typed: str) -> None:
    GAZETTEER.find(typed)


@pytest.mark.parametrize(
    ("address", "unit"),
    [
        ("xã Yên Phúc", "Xã Yên Phúc"),
        ("ban Na Thu xa yen phuc", "Xã Yên Phúc"),
        ("Thôn Nà Lùng, xã Yên Phúc, tỉnh Lạng Sơn", "Xã Yên Phúc"),
        ("Phường Đông Kinh, thành phố Lạng Sơn", "Phường Đông Kinh"),
        ("thị trấn Đồng Mỏ", "Xã Chi Lăng"),
        # a hamlet may bear the name of another commune
        ("thôn Yên Phúc, xã Đồng Đăng, tỉnh Lạng Sơn", "Xã Đồng Đăng"),
        ("thôn Yên Phúc, xã Chi Lăng, Tràng Định", "Xã Thất Khê"),
        ("thôn Yên Phúc xã Vạn Linh", "Xã Vạn Linh"),
        ("xã Hòa Bình, Hữu Lũng", "Xã Yên Bình"),
        # several bear it, none does, or it only looks alike
        ("xã Hòa Bình", None),
        ("xã Bính Xá", None),
        ("thôn Yên Phúc, xã Chi Lăng", None),
        ("Chi Lăng", None),
        ("huyện Lộc Bình", None),
        ("bản Thử, Yên Phúc", None),
        ("yên phuc huc", None),
        ("xã Thử", None),
        ("thôn Nà Lùng", None),
        ("", None),
        ("1", None),
        # elsewhere there are communes of the same name
        ("xã Yên Phúc, tỉnh Thử", None),
        ("xã Yên Phúc, huyện Thử Nghiệm", None),
        ("xã Yên Phúc, TP Hà Nội", None),
    ],
)
def test_an_address_names_a_unit_beyond_doubt_or_none(address: str, unit: str | None) -> None:
    found = GAZETTEER.certain(address)
    assert (found.name if found else None) == unit


def test_every_unit_is_certain_by_its_own_name() -> None:
    for unit in GAZETTEER.units:
        named = GAZETTEER.certain(f"thôn 2, {unit.name}, tỉnh Lạng Sơn")
        if named is None:  # the name was also borne by a unit that went into another
            assert len(GAZETTEER.find(unit.name).candidates) > 1
        else:
            assert named is unit


@given(st.text())
def test_any_address_names_a_unit_or_none(address: str) -> None:
    assert GAZETTEER.certain(address) in (None, *GAZETTEER.units)
