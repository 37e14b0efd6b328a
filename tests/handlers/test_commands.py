"""What people type instead of pressing, at the three kinds of screens."""

from __future__ import annotations

import pytest

from bot.texts import LANGUAGES, Texts
from contest.faq.normalise import fold
from dialog.event import Input, Pressed, Said
from handlers.commands import Screen, meant
from handlers.entrant.start import CHOICES
from handlers.turn import HUMAN, Shown

ASKED = (
    Shown("Đã làm và đã dùng", "eligibility:made/used"),
    Shown("Làm rồi, chưa dùng", "eligibility:made/unused"),
    Shown("Mới là ý tưởng", "eligibility:made/idea"),
    Shown("Quay lại", "eligibility:made/back"),
)
PLACE = (
    Shown("Có, ở Lạng Sơn", "eligibility:place/here"),
    Shown("Không, ở tỉnh khác", "eligibility:place/elsewhere"),
    Shown("Quay lại", "eligibility:place/back"),
)
GUESS = (Shown("Đúng rồi", "commune:where/yes"), Shown("Không phải, gõ lại", "commune:where/no"))
OFFER = (
    Shown("Hạn cuối nộp hồ sơ là ngày nào?", "faq/han_nop"),
    Shown("Không phải các ý này", "faq/none"),
)


def typed(text: str, *shown: tuple[Shown, ...], screen: Screen = "other") -> str | None:
    """The token of the press it stands for; None: it stays words."""
    did: Input = meant(Said(text), shown, screen)
    return did.token if isinstance(did, Pressed) else None


@pytest.mark.parametrize("screen", ["choice", "words", "other"])
@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("menu", "menu/open"),
        ("/menu", "menu/open"),
        ("mở menu đi", "menu/open"),
        ("cho tôi về menu với ạ", "menu/open"),
        ("thoát", "menu/open"),
        ("Hủy", "menu/open"),
        ("cancel", "menu/open"),
        ("gap can bo", "human/open"),
        ("tôi muốn gặp cán bộ ạ", "human/open"),
        ("Cho em nói chuyện với cán bộ nhé", "human/open"),
        ("I want to talk to staff please", "human/open"),
        ("tiep tuc", "continue/go"),
        ("tiếp tục đi em", "continue/go"),
        ("làm lại từ đầu", "continue/again"),
        ("quay lại", "continue/go"),
        ("xin chào", "menu/hello"),
        ("chào em ạ", "menu/hello"),
        ("Em cảm ơn anh chị nhiều ạ!", "menu/thanks"),
        ("/start", "menu/start"),
        ("tiếng việt", "lang/vi"),
    ],
)
def test_what_works_at_every_moment(text: str, token: str, screen: Screen) -> None:
    assert typed(text, screen=screen) == token


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ", "lịch", "máy tách ngô", "1", "tôi làm ở xã", "cán bộ xã giúp tôi hàn máy",
        "tiếp tục chạy được 5 năm", "có", "không", "Lịch sử cái máy",
    ],
)  # fmt: skip
def test_where_words_are_asked_words_stay_words(text: str) -> None:
    assert typed(text, CHOICES_SHOWN, screen="words") is None


CHOICES_SHOWN = tuple(Shown(f"Nút {n}", f"x/{n}") for n in range(3))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("button", [*CHOICES, HUMAN], ids=lambda b: b.token)
def test_the_main_menu_can_be_typed_anywhere(lang: str, button: object) -> None:
    texts = Texts()
    for known in (*CHOICES, HUMAN):
        if known is button:
            assert typed(texts.render(known.label, lang), screen="choice") == known.token


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("1", "used"),
        ("số 2", "unused"),
        ("nút 3", "idea"),
        ("9", None),
        ("mới là ý tưởng", "idea"),
        ("moi la y tuong", "idea"),
        ("ý tưởng", "idea"),
        ("mới là ý tưởngg", "idea"),
        ("chưa dùng", "unused"),
        ("dùng", None),  # in two labels
        ("chưa", None),  # says too little
        ("rồi", None),
        ("có", None),
        ("cái máy này tôi làm năm kia", None),
        ("quay lai", "back"),
    ],
)
def test_a_choice_can_be_typed(text: str, token: str | None) -> None:
    whole = None if token is None else f"eligibility:made/{token}"
    assert typed(text, ASKED, PLACE, screen="choice") == whole


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("có", "here"), ("không", "elsewhere"), ("ở lạng sơn", "here"), ("tỉnh khác", "elsewhere"),
        ("không ở lạng sơn", None), ("vâng", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_heard_where_a_label_begins_with_them(text: str, token: str | None) -> None:
    whole = None if token is None else f"eligibility:place/{token}"
    assert typed(text, PLACE, screen="choice") == whole


def test_yes_and_no_answer_a_question_of_ours() -> None:
    for yes in ("vâng", "dạ", "đúng", "phải rồi", "ừ", "ok", "yes"):
        assert typed(yes, GUESS, screen="words") == "commune:where/yes"
    for no in ("không", "ko", "không phải", "dạ không", "sai rồi"):
        assert typed(no, GUESS, screen="words") == "commune:where/no"
    assert typed("không", OFFER) == "faq/none"
    assert typed("vâng", OFFER) == "menu/open"  # which of them?


def test_an_old_back_is_not_pressed_by_words() -> None:
    assert typed("quay lại", OFFER, ASKED) == "continue/go"
    assert typed("mới là ý tưởng", OFFER, ASKED) == "eligibility:made/idea"  # a label above is


def test_every_spelling_is_written_as_it_is_compared() -> None:
    from handlers import commands

    tables = (commands.ALWAYS, commands.ELSEWHERE)
    spellings = [s for table in tables for row in table.values() for s in row]
    assert len(spellings) == len(set(spellings))
    for spelling in (*spellings, *commands.YES, *commands.NO, *commands.BACK):
        assert spelling == fold(spelling)
