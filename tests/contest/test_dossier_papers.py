"""The registration form and the description: everything that was said stands in them."""

from __future__ import annotations

import io
import os
import pickle
import random
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import docx
import jinja2
import msgspec
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contest.papers import MAKERS, Find
from contest.papers import view as v
from contest.papers.typesetting import BOX, FONTS, drawable, typeset
from contest.papers.word import fill
from contest.papers.words import words_of
from tests.contest.dossiers import (
    AUTHOR,
    CONTEST,
    GREEN,
    MISSING,
    Files,
    a_dossier,
    a_photo,
    an_item,
    joined,
    page_sizes,
    text_of,
    texts_of,
)

DAY = date(2026, 11, 23)
FORMS = ("registration", "description")
LETTERS = [
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
] + ["đ", "Đ"]
SYNTAX = r"#set $x^2$ [a] *b* _c_ `d` <e> @f &amp; \\ 'g' \"h\" {{ i }} {% j %} {_{ k }_} // l /* ~"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def nothing(_sha256: str) -> None:
    """No file is there."""


def made(form: str, dossier: v.DossierView, find: Find = nothing) -> bytes:
    data = MAKERS[form].make(dossier.to_json(), find)
    assert data == MAKERS[form].make(dossier.to_json(), find)
    return data


def docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [cell.text for row in table.rows for cell in row.cells]
    parts += [p.text for p in document.sections[0].footer.paragraphs]
    return "\n".join(parts)


def a_long_answer(letters: int) -> str:
    """Several paragraphs of made-up words with every Vietnamese letter."""
    chance = random.Random(9)
    words, size = list(LETTERS), 2 * len(LETTERS)
    while size < letters:
        words.append("".join(chance.choices(LETTERS, k=chance.randint(1, 7))))
        size += len(words[-1]) + 1
    lines = [" ".join(words[start : start + 300]) for start in range(0, len(words), 300)]
    return "\n\n".join(lines)


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_are_a4_and_say_that_they_are_drafts(form: str) -> None:
    data = made(f"{form}_pdf", a_dossier())
    assert set(page_sizes(data)) == {(210, 297)}
    for text in (text_of(data), joined(docx_text(made(f"{form}_docx", a_dossier())))):
        assert "BẢNTHẢO,INRAVÀKÝ." in text
        assert joined("Mẫu tham khảo, chờ Thể lệ") in text
        assert joined("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") in text
        assert "(ký,ghirõhọtên)" in text
        assert joined("7K3M2, bản đang soạn, chưa nộp, ngày 23/11/2026") in text
        for never in ("dân tộc", "căn cước", "chứng minh"):
            assert joined(never) not in text.lower()


def test_a_dossier_that_was_handed_in_says_so() -> None:
    text = text_of(made("registration_pdf", a_dossier(draft=False)))
    assert joined("7K3M2, bản nộp, ngày 23/11/2026") in text


def test_an_answer_of_20000_letters_stands_there_entirely() -> None:
    answer = a_long_answer(20_000)
    assert len(answer) >= 20_000
    dossier = a_dossier(sections=(v.Section(id="why", title="Vì sao?", text=answer),))
    data = made("description_pdf", dossier)
    pages = texts_of(data)
    assert len(pages) > 5
    # the foot of a page stands in the middle of an answer that goes on
    foot = "7K3M2, bản đang soạn, chưa nộp, ngày 23/11/2026"
    flow = "".join(joined(page).replace(joined(foot) + f"{number}/{len(pages)}", "")
                   for number, page in enumerate(pages, 1))  # fmt: skip
    assert joined(answer) in flow
    assert joined(answer) in joined(docx_text(made("description_docx", dossier)))
    assert len(data) < 1_000_000


def test_answers_keep_their_order_and_say_what_waits_to_be_written_down() -> None:
    sections = (
        v.Section(id="a", title="Vì sao?", text="Đau tay\r\nBụi nhiều"),
        v.Section(id="b", title="Mới ở đâu?", recordings=3),
        v.Section(id="c", title="Lợi gì?"),
    )
    dossier = a_dossier(sections=sections)
    text = text_of(made("description_pdf", dossier))
    words = docx_text(made("description_docx", dossier))
    order = ["1. Vì sao?", "Đau tay", "Bụi nhiều", "2. Mới ở đâu?",
             "(có 3 bản ghi âm, chưa chép ra chữ)", "3. Lợi gì?"]  # fmt: skip
    places = [text.index(joined(part)) for part in order]
    assert places == sorted(places)
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    # what is empty can be written by hand
    assert "." * 50 in text[text.index(joined("3. Lợi gì?")) :]
    assert words[words.index("3. Lợi gì?") :].count("\t") >= 4


def test_what_looks_like_markup_prints_as_itself() -> None:
    section = v.Section(id="a", title=SYNTAX, text=f"{SYNTAX}\n= x\n- y\n+ z\n/ a: b\n#import")
    author = v.Author(name=SYNTAX, representative=True, role=SYNTAX)
    dossier = a_dossier(title=SYNTAX, sections=(section,), authors=(author,))
    wanted = joined(SYNTAX)
    for form in FORMS:
        assert text_of(made(f"{form}_pdf", dossier)).count(wanted) >= 2
        assert joined(docx_text(made(f"{form}_docx", dossier))).count(wanted) >= 2
    text = docx_text(made("description_docx", dossier))
    for line in ("= x", "- y", "+ z", "/ a: b", "#import"):
        assert line in text
        assert joined(line) in text_of(made("description_pdf", dossier))


def test_long_names_in_decomposed_letters_are_composed_and_whole() -> None:
    name = ("Nguyễn Đặng Thị Mỹ Ướm Thử " * 4)[:80].strip()
    apart = unicodedata.normalize("NFD", name)
    assert apart != name
    dossier = a_dossier(authors=(v.Author(name=apart, representative=True), AUTHOR))
    for form in FORMS:
        assert joined(name) in text_of(made(f"{form}_pdf", dossier))
        assert name in docx_text(made(f"{form}_docx", dossier))


def test_a_word_longer_than_a_line_is_broken_not_cut() -> None:
    word = "https://vidu.example/" + "abcdefghij" * 40
    dossier = a_dossier(sections=(v.Section(id="a", title="Ở đâu?", text=word),), title="x" * 300)
    for form in FORMS:
        data = made(f"{form}_pdf", dossier)
        assert "x" * 300 in text_of(data)
        assert right_edge(data) <= 595 - 20 / 25.4 * 72 + 3
    assert word in text_of(made("description_pdf", dossier))


def right_edge(pdf: bytes) -> float:
    """How far to the right anything is drawn, in points."""
    edge = 0.0
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for number in range(text.count_chars()):
            if text.get_text_range(number, 1).strip():
                edge = max(edge, text.get_charbox(number)[2])
    return edge


def test_authors_stand_in_a_table_and_sign_where_they_have_not_agreed() -> None:
    authors = (
        AUTHOR,
        v.Author(name="Lý Thị Mẫu", confirmed="paper"),
        v.Author(name="Vi Văn Ví Dụ", confirmed="chat", share=0),
        v.Author(name="Hoàng Thị Giả", confirmed="declined"),
    )
    dossier = a_dossier(authors=authors, guardians=(v.Guardian(name="Hoàng Văn Giám"),))
    pdf, words = text_of(made("registration_pdf", dossier)), docx_text(
        made("registration_docx", dossier)
    )  # fmt: skip
    for told in ("Nông Văn Thử", "Làm khung", "Ký trên giấy", "Đã đồng ý qua trò chuyện",
                 "Không nhận là tác giả", "Người giám hộ", "Hoàng Văn Giám"):  # fmt: skip
        assert joined(told) in pdf
        assert told in words
    document = docx.Document(io.BytesIO(made("registration_docx", dossier)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1] == ["1", "Nông Văn Thử", "1971", "Thôn Thử Nghiệm", "Làm khung", "60"]
    assert [row[5] for row in rows[1:]] == ["60", "", "0", ""]
    signs = {row.cells[0].text: "..." in row.cells[2].text for row in document.tables[1].rows[1:]}
    assert signs == {"Lý Thị Mẫu": True, "Vi Văn Ví Dụ": False, "Hoàng Thị Giả": False}


def test_an_organisation_signs_for_itself() -> None:
    house = v.Organisation(name="HTX Thử Nghiệm", place="Xã Thử")
    dossier = a_dossier(kind="organisation", organisation=house)
    for text in (
        text_of(made("registration_pdf", dossier)),
        joined(docx_text(made("registration_docx", dossier))),
    ):
        assert joined("TỔ CHỨC DỰ THI") in text
        assert "HTXThửNghiệm" in text
        assert joined("XÁC NHẬN CỦA NƠI LÀM VIỆC") not in text


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_dossier_is_a_form_to_fill_by_hand(form: str) -> None:
    empty = a_dossier(title="", field="", authors=())
    assert "." * 40 in text_of(made(f"{form}_pdf", empty))
    assert docx_text(made(f"{form}_docx", empty)).count("\t") >= 3


def test_photos_stand_in_the_description_with_their_captions(files: Files) -> None:
    item = an_item(
        files.image(a_photo((3000, 2000)), caption="Máy nhìn từ trước"),
        files.image(a_photo((600, 900), GREEN, turned=6)),
        files.image(a_photo(form="HEIF"), caption="Từ điện thoại"),
        v.FileRef(sha256=MISSING, kind="image", name="mat.jpg", caption="Ảnh mất"),
        files.image(b"no picture", name="hong.jpg"),
        files.pdf(b"", name="ban-ve.pdf"),
    )
    hidden = an_item(files.image(a_photo((50, 50)), caption="Giấy xác nhận"), illustrates=False)
    dossier = a_dossier(items=(item, hidden))
    pdf = made("description_pdf", dossier, files.find)
    for text in (text_of(pdf), joined(docx_text(made("description_docx", dossier, files.find)))):
        for told in ("Ảnh 1. Máy nhìn từ trước", "Ảnh 2.", "Ảnh 3. Từ điện thoại",
                     "(thiếu tệp mat.jpg)", "Ảnh 4. Ảnh mất", "Ảnh 5."):  # fmt: skip
            assert joined(told) in text
        assert joined("Giấy xác nhận") not in text
    document = docx.Document(io.BytesIO(made("description_docx", dossier, files.find)))
    assert len(document.inline_shapes) == 3
    assert [shape.height > shape.width for shape in document.inline_shapes] == [False, True, False]
    assert len(pdf) < 1_000_000


def test_a_character_no_font_has_leaves_a_box_in_print_and_itself_in_word() -> None:
    section = v.Section(id="a", title="Vì sao?", text="Tốt 👍🏽 ✅ 制 → ₂ ② ⌀ hết")
    dossier = a_dossier(sections=(section,))
    assert joined("Tốt □ □ □ → ₂ ② ⌀ hết") in text_of(made("description_pdf", dossier))
    assert "Tốt 👍🏽 ✅ 制 → ₂ ② ⌀ hết" in docx_text(made("description_docx", dossier))


def test_every_character_is_drawn_or_boxed(tmp_path: Path) -> None:
    """Up to the symbols; what typst cannot draw it would leave out without a word."""
    every = [
        chr(n)
        for n in (*range(0x21, 0x500), *range(0x1E00, 0x2C00), *range(0x1F600, 0x1F640))
        if unicodedata.category(chr(n))[0] in "LNPS"
    ]
    form = tmp_path / "all.typ"
    form.write_text(
        '#set text(font: ("Liberation Serif", "DejaVu Sans Mono"), ligatures: false)\n'
        '#for each in json("data.json").all [#each \\ ]'
    )
    drawn = unicodedata.normalize("NFC", "".join(texts_of(typeset(form, {"all": every}, DAY))))
    assert [c for c in every if unicodedata.normalize("NFC", drawable(c)) not in drawn] == []
    assert drawn.count(BOX) > 64  # of the faces, each


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300), st.text(min_size=1, max_size=80))
def test_whatever_is_written_the_papers_are_made(text: str, name: str) -> None:
    section = v.Section(id="a", title="Vì sao?", text=text)
    dossier = a_dossier(sections=(section,), authors=(v.Author(name=name, representative=True),))
    args = dossier.to_json()
    assert MAKERS["description_pdf"].make(args, nothing).startswith(b"%PDF")
    told = joined(docx_text(MAKERS["description_docx"].make(args, nothing)))
    assert joined(v.clean(text)) in told


def test_a_view_says_which_key_is_wrong() -> None:
    args = a_dossier().to_json()
    assert v.DossierView.from_json(args) == a_dossier()
    with pytest.raises(msgspec.ValidationError, match="nation"):
        v.DossierView.from_json({**args, "nation": "x"})
    with pytest.raises(msgspec.ValidationError, match=r"authors\[0\]\.share"):
        v.DossierView.from_json({**args, "authors": [{"name": "Thử", "share": "60"}]})


def test_the_words_of_the_pack_are_whole() -> None:
    words = words_of(CONTEST.pack)
    assert set(words.kinds) == {"image", "pdf", "docx", "audio", "video", "other"}
    assert set(words.confirmed) == {"chat", "paper", "waiting", "declined"}


def test_a_form_that_names_what_there_is_not_is_refused(tmp_path: Path) -> None:
    form = docx.Document()
    form.add_paragraph("{{ dan_toc }}")
    form.save(str(tmp_path / "form.docx"))
    with pytest.raises(jinja2.UndefinedError, match="dan_toc"):
        fill(tmp_path / "form.docx", {"photos": []}, DAY, {})


def test_heavy_makers_can_be_sent_to_another_process(tmp_path: Path) -> None:
    for name, maker in MAKERS.items():
        again = pickle.loads(pickle.dumps((maker.make, Files(tmp_path).find)))
        assert callable(again[0]), name
    assert not MAKERS["timeline"].heavy
    assert all(maker.heavy for name, maker in MAKERS.items() if name.endswith(("pdf", "zip")))


@pytest.mark.slow
def test_another_process_elsewhere_makes_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys\n"
        "from contest.papers import MAKERS\n"
        "from tests.contest.dossiers import a_dossier\n"
        "args = a_dossier().to_json()\n"
        "for form in sys.argv[1:]:\n"
        "    print(hashlib.sha256(MAKERS[form].make(args, lambda _: None)).hexdigest())\n"
    )
    forms = [f"{form}_{kind}" for form in FORMS for kind in ("pdf", "docx")]
    forms += ["dossier_pdf", "dossier_zip"]
    told = set()
    for zone, seed in (("Asia/Ho_Chi_Minh", "1"), ("America/Lima", "2")):
        done = subprocess.run(
            [sys.executable, "-c", code, *forms],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "TMPDIR": str(tmp_path)},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        told.add(done.stdout)
    assert len(told) == 1


def test_the_fonts_come_with_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    for font in FONTS.glob("*.ttf"):
        assert font.name in licence
