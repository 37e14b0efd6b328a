"""Codes as people copy, mishear and mistype them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest import codes
from contest.reading import PACKS

LENGTHS = st.sampled_from([codes.DOSSIER, codes.INVITATION])
CODES = st.builds(lambda n, seed: codes.made(n, random.Random(seed).randrange), LENGTHS,
                  st.integers())  # fmt: skip
LETTERS = st.sampled_from(codes.ALPHABET)


@given(CODES)
def test_a_code_is_read_back_however_it_is_grouped(code: str) -> None:
    assert codes.read(code) == code
    assert codes.read(codes.shown(code)) == code
    assert codes.read(f"  {codes.shown(code).lower().replace('-', ' ')}\n") == code
    assert codes.read(codes.shown(code).replace("-", ".")) == code
    assert codes.looks_like_one(codes.shown(code))


@given(CODES)
def test_a_code_has_no_letter_that_is_taken_for_another_and_is_no_word_and_no_number(
    code: str,
) -> None:
    assert not set(code) & set("O0I1U")
    assert any(letter.isdigit() for letter in code)
    assert any(letter.isalpha() for letter in code)


@given(CODES, st.integers(0, 8), LETTERS)
@settings(max_examples=300)
def test_one_wrong_letter_never_reads_as_a_code(code: str, place: int, letter: str) -> None:
    place %= len(code)
    wrong = code[:place] + letter + code[place + 1 :]
    assert wrong == code or codes.read(wrong) is None


@given(CODES, st.integers(0, 7))
@settings(max_examples=300)
def test_two_neighbours_swapped_never_read_as_a_code(code: str, place: int) -> None:
    place %= len(code) - 1
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or codes.read(swapped) is None


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    read = codes.read(text)
    assert read is None or len(read) in (codes.DOSSIER, codes.INVITATION)
    codes.looks_like_one(text)


def test_nothing_the_faq_knows_is_taken_for_a_code() -> None:
    lines = [
        line
        for path in (PACKS / "lang-son-9").rglob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    ]
    lines += (Path(__file__).parent / "topics.txt").read_text("utf-8").splitlines()
    words = {word for line in lines for word in line.split()}
    assert len(lines) > 5000
    assert [t for t in (*lines, *words) if codes.read(t) or codes.looks_like_one(t)] == []


@pytest.mark.parametrize(
    "words",
    ["tru den 17h", "500.000", "300 000", "120-150", "33.33.34", "987 654 322", "may 150",
     "cao 150", "dài 120", "dai 120 cao 150", "tháng 3", "thang 3", "vụ 2025", "34 33 33",
     "3 pha 380"],
)  # fmt: skip
def test_amounts_sizes_and_dates_are_answers_and_no_codes(words: str) -> None:
    assert codes.read(words) is None
    assert not codes.looks_like_one(words)


@given(st.from_regex(r"\A[2-9 .]{6,14}\Z"))
def test_a_bare_number_is_no_code(number: str) -> None:
    assert codes.read(number) is None
    assert not codes.looks_like_one(number)


@pytest.mark.parametrize(
    "typed", ["7K3-M2O", "7k3-m2p-x1y", "7K3-M2P-4QI", "7K3 M2P 4QI", "7K3 M2O"]
)
def test_a_code_with_a_slip_is_taken_for_one(typed: str) -> None:
    assert codes.read(typed) is None
    assert codes.looks_like_one(typed)
