"""Personal data is covered in every shape that people type it, and nothing else is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest import codes
from contest.masking import MARK, masked, personal
from tests.talk import contest

SEPARATORS = st.sampled_from(["", " ", ".", "-", " - ", " . ", "\u00a0"])
BEFORE = st.sampled_from(["", "gọi tôi ", "sđt:", "Zalo (", "hạn nộp là ngày nào? ", "số "])
AFTER = st.sampled_from(["", " nhé", ", cảm ơn", ")", ".", "\n"])
GLUED_TO = BEFORE | st.just("sdt")
GLUED = AFTER | st.just("nhe")


def grouped(digits: str, sizes: list[int], separator: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    parts.append(digits[at:])
    return separator.join(part for part in parts if part)


@st.composite
def phones(draw: st.DrawFn) -> str:
    """0912345678, 0912.345.678, +84 912 345 678, (+84) 912-345-678, 84912345678, 0205 3812 345."""
    mobile = draw(st.booleans())
    first = draw(st.sampled_from("35789")) if mobile else "2"
    rest = first + "".join(draw(st.lists(st.sampled_from("0123456789"), min_size=8, max_size=8)))
    if not mobile:
        rest += draw(st.sampled_from("0123456789"))
    start = draw(st.sampled_from(["0", "+84", "84", "+84 ", "(+84) ", "+84-", "(0)"]))
    sizes = draw(st.sampled_from([[], [3, 3], [2, 3], [3, 2, 2], [1] * 9, [4, 3]]))
    return start + grouped(rest, sizes, draw(SEPARATORS))


@given(phones(), GLUED_TO, GLUED)
def test_a_phone_number_in_every_shape(phone: str, before: str, after: str) -> None:
    assert masked(f"{before}{phone}{after}") == f"{before}{MARK}{after}"


@given(
    st.text("0123456789", min_size=11, max_size=11),
    st.sampled_from([[], [4, 4], [3, 3, 3], [2, 2, 2, 2, 2]]),
    st.sampled_from(["", " ", ".", "-"]),
    BEFORE,
    AFTER,
)
def test_the_number_of_an_identity_card(
    rest: str, sizes: list[int], separator: str, before: str, after: str
) -> None:
    card = grouped(f"0{rest}", sizes, separator)
    assert masked(f"{before}{card}{after}") == f"{before}{MARK}{after}"


@given(
    st.text("0123456789", min_size=6, max_size=19).filter(lambda n: n[0] != "0"),
    st.sampled_from(["stk ", "STK: ", "số tài khoản ", "so tai khoan la ", "Tài khoản Agribank "]),
)
def test_the_number_of_an_account(number: str, said: str) -> None:
    assert masked(f"{said}{number} nhé") == f"{said}{MARK} nhé"


@given(
    st.from_regex(r"[a-z][a-z0-9._-]{0,20}", fullmatch=True),
    st.sampled_from(["gmail.com", "langson.gov.vn", "yahoo.com.vn"]),
    BEFORE,
    AFTER,
)
def test_an_address(name: str, host: str, before: str, after: str) -> None:
    assert masked(f"{before}{name}@{host}{after}") == f"{before}{MARK}{after}"


@given(st.integers(0, 2**32))
def test_the_number_of_a_dossier_stays(seed: int) -> None:
    draw = random.Random(seed).randrange
    for length in (codes.DOSSIER, codes.INVITATION):
        code = codes.shown(codes.made(length, draw))
        for text in (code, f"hồ sơ {code} của tôi", f"({code})", code.lower()):
            assert masked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Hạn nộp 30/5/2027 hay 30.5.2027?",
        "từ 1.3.2027 - 30.5.2027",
        "các năm 2023 2024 2025",
        "Kế hoạch 92/KH-BTC ngày 01/6/2026",
        "Máy giá 300.000.000 đồng, tiết kiệm 1.250.000đ một năm",
        "Máy nặng 300 cân, cao 150, chạy 220V, 2027-05-30",
        "Tôi là nông dân, là hội viên Hội Nông dân xã Chi Lăng",
        "tôi là cán bộ xã Hoàng Văn Thụ",
        "Tên giải pháp viết thế nào? Tên tổ chức ghi ở đâu?",
        "Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9",
        "Em là học sinh lớp 9A trường Lê Lợi",
        "ho va ten tac gia viet nhu the nao",
        "TÔI LÀ NÔNG DÂN XÃ CHI LĂNG",
        "",
    ],
)
def test_what_is_nobodys_own_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tôi là Nông Văn Thử, ở xã Chi Lăng", f"Tôi là {MARK}, ở xã Chi Lăng"),
        ("em tên là Thử ạ", f"em tên là {MARK} ạ"),
        ("em ten la nong van thu o chi lang", f"em ten la {MARK} o chi lang"),
        ("Tên tôi là Lý Thị Thử.", f"Tên tôi là {MARK}."),
        ("Họ và tên: Hoàng Văn Thử", f"Họ và tên: {MARK}"),
        ("hỏi giúp ông Bế Thử với", f"hỏi giúp ông {MARK} với"),
        ("máy của Triệu Thị Thử làm", f"máy của {MARK} làm"),
        ("HỌ TÊN: NÔNG VĂN THỬ", f"HỌ TÊN: {MARK}"),
        ("tôi tên Thử, sđt 0912 345 678", f"tôi tên {MARK}, sđt {MARK}"),
        ("To\u0302i la\u0300 No\u0302ng Va\u0306n Thu\u031b\u0309", f"Tôi là {MARK}"),
    ],
)
def test_names_that_say_they_are(text: str, said: str) -> None:
    assert masked(text) == said


@given(st.text(max_size=200))
def test_anything_at_all(text: str) -> None:
    """What is masked stays so, and spans are in order and apart."""
    once = masked(text)
    assert masked(once) == once
    ends = [0, *(end for one in personal(text) for end in (one.begin, one.end))]
    assert ends == sorted(ends)


def test_the_questions_that_people_ask_are_not_touched() -> None:
    """Of the pack's own phrasings hardly any is taken for somebody's data."""
    texts = [text for said in contest().pack.phrasings.values() for text in said][::10]
    touched = [text for text in texts if personal(text)]
    assert len(touched) <= len(texts) // 500, touched
