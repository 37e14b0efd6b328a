"""python -m tests.house.make_forms: the Word forms of a pack, made anew.

Only for a first version: from then on the forms are edited in Word.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FORMS = Path(__file__).parents[2] / "contest" / "packs" / "lang-son-9" / "forms"
FONT = "Times New Roman"
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SPACE_TO_SIGN = 4  # lines


def blank() -> Doc:
    """An empty A4 document in the usual letters and margins."""
    form = Document()
    section = form.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = Mm(30)
    section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    normal = form.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    dots = form.styles.add_style("Dong cham", 1)
    dots.base_style = normal
    dots.paragraph_format.tab_stops.add_tab_stop(
        Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("{{ footer }}\t").font.size = Pt(10)
    number = foot.add_run()
    number.font.size = Pt(10)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number.text = "1"  # what is shown until Word has counted
    number._r.addnext(field)
    field.append(number._r)
    return form


def line(
    place: Doc | _Cell, text: str, *, bold: bool = False, italic: bool = False, size: float = 13
) -> Paragraph:
    """A paragraph; what stands between ** is bold."""
    paragraph = place.add_paragraph()
    for number, part in enumerate(text.split("**")):
        run = paragraph.add_run(part)
        run.bold, run.italic = bold or number % 2 == 1, italic
        run.font.size = Pt(size)
    return paragraph


def logic(place: Doc, tag: str) -> None:
    """A line that Word shows and the filled document does not have."""
    place.add_paragraph("{%p " + tag + " %}")


def value(form: Doc, label: str, name: str) -> None:
    """«label: value», or a dotted line where there is no value."""
    logic(form, f"if {name}")
    line(form, f"{label}: {{{{ {name} }}}}")
    logic(form, "else")
    line(form, f"{label}: \t").style = form.styles["Dong cham"]
    logic(form, "endif")


def top(form: Doc) -> None:
    for text, size in (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13.0),
        ("Độc lập - Tự do - Hạnh phúc", 14.0),
    ):
        heading = line(form, text, bold=True, size=size)
        heading.alignment, heading.paragraph_format.space_after = CENTRE, Pt(0)
    rule = line(form, "――――――――――", size=8)
    rule.alignment, rule.paragraph_format.space_after = CENTRE, Pt(6)
    notice = line(form, "**BẢN THẢO, IN RA VÀ KÝ.** Mẫu tham khảo, chờ Thể lệ", size=12)
    notice.alignment = CENTRE
    border(notice)
    heading = line(form, "{{ heading|upper }}", bold=True, size=16)
    heading.alignment, heading.paragraph_format.space_before = CENTRE, Pt(10)
    line(form, "{{ contest.name }}").alignment = CENTRE


def border(paragraph: Paragraph) -> None:
    box = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, setting in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "auto")):
            edge.set(qn(f"w:{key}"), setting)
        box.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(
        box, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def grid(form: Doc, widths: list[int], rows: list[list[str]], *, ruled: bool = True) -> None:
    """A table; widths in mm. The first row is bold and comes again on each page."""
    table = form.add_table(len(rows), len(widths))
    table.style = "Table Grid" if ruled else "Normal Table"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for width, column in zip(widths, table.columns, strict=True):
        column.width = Mm(width)
    for number, row in enumerate(rows):
        for width, cell, text in zip(widths, table.rows[number].cells, row, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).bold = ruled and number == 0
            cell.paragraphs[0].runs[0].font.size = Pt(12)
    if ruled:
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
    form.add_paragraph().paragraph_format.space_after = Pt(0)


def loop(columns: int, tag: str) -> list[str]:
    """A row of a table that Word shows and the filled document does not have."""
    return ["{%tr " + tag + " %}"] + [""] * (columns - 1)


def signatures(form: Doc, left: tuple[str, str] | None) -> None:
    """Where is signed: on the left somebody who confirms, on the right the author."""
    day = line(
        form, "........................, ngày ....... tháng ....... năm 20.......", italic=True
    )
    day.alignment, day.paragraph_format.space_before = RIGHT, Pt(12)
    day.paragraph_format.keep_with_next = True
    table = form.add_table(1, 2)
    table.autofit = False
    right = ("TÁC GIẢ HOẶC ĐẠI DIỆN NHÓM TÁC GIẢ", "(ký, ghi rõ họ tên)")
    for cell, words in zip(table.rows[0].cells, (left, right), strict=True):
        cell.width = Mm(80)
        if words:
            first = cell.paragraphs[0]
            first.add_run(words[0]).bold = True
            for paragraph in (first, line(cell, words[1], italic=True, size=12)):
                paragraph.alignment = CENTRE
            for _ in range(SPACE_TO_SIGN):
                cell.add_paragraph()
    name = line(table.rows[0].cells[1], "{{ representative.name }}", bold=True)
    name.alignment = CENTRE


def registration() -> Doc:
    form = blank()
    top(form)
    line(form, "Kính gửi: {{ contest.office }}").paragraph_format.space_before = Pt(8)
    value(form, "**1. Tên giải pháp dự thi**", "title")
    value(form, "**2. Lĩnh vực dự thi**", "field")
    value(form, "**3. Hình thức dự thi**", "kind_label")
    logic(form, "if organisation")
    value(form, "Tên tổ chức", "organisation.name")
    value(form, "Địa chỉ", "organisation.place")
    value(form, "Điện thoại", "organisation.phone")
    logic(form, "endif")
    line(form, "4. Tác giả", bold=True).paragraph_format.keep_with_next = True
    grid(form, [9, 40, 14, 44, 37, 16], [
        ["TT", "Họ và tên", "Năm sinh", "Nơi ở hoặc nơi công tác", "Vai trò, phần việc",
         "Tỷ lệ (%)"],
        loop(6, "for author in authors"),
        ["{{ author.number }}", "{{ author.name }}", "{{ author.born }}", "{{ author.place }}",
         "{{ author.role }}", "{{ author.share }}"],
        loop(6, "endfor"),
        loop(6, "for number in range(1, 1 if authors else 4)"),
        ["{{ number }}", "", "", "", "", ""],
        loop(6, "endfor"),
    ])  # fmt: skip
    line(form, "5. Tác giả hoặc người đại diện nhóm tác giả", bold=True)
    value(form, "Họ và tên", "representative.name")
    value(form, "Nơi ở hoặc nơi công tác", "representative.place")
    value(form, "Điện thoại", "representative.phone")
    logic(form, "if guardians")
    line(form, "6. Người giám hộ của tác giả dưới 16 tuổi (ký, ghi rõ họ tên)", bold=True)
    logic(form, "for guardian in guardians")
    value(form, "Họ và tên", "guardian.name")
    value(form, "Điện thoại", "guardian.phone")
    line(form, "Chữ ký: \t").style = form.styles["Dong cham"]
    logic(form, "endfor")
    logic(form, "endif")
    line(form, "Đề nghị Ban Tổ chức cho giải pháp ghi trên đây được dự thi.")
    logic(form, "if signers")
    line(form, "Xác nhận của các đồng tác giả", bold=True).paragraph_format.keep_with_next = True
    logic(form, "endif")
    logic(form, "if signers")
    grid(form, [55, 45, 60], [
        ["Họ và tên", "Đồng ý là tác giả", "Chữ ký (ký, ghi rõ họ tên)"],
        loop(3, "for author in signers"),
        ["{{ author.name }}", "{{ author.standing }}",
         "{% if author.signs %}\n\n............................{% endif %}"],
        loop(3, "endfor"),
    ])  # fmt: skip
    logic(form, "endif")
    logic(form, "if kind == 'organisation'")
    signatures(form, ("TỔ CHỨC DỰ THI", "(người đứng đầu ký, đóng dấu)"))
    logic(form, "else")
    confirmation = "XÁC NHẬN CỦA NƠI LÀM VIỆC HOẶC UBND XÃ, PHƯỜNG"
    signatures(form, (confirmation, "(ký, đóng dấu, nếu Thể lệ yêu cầu)"))
    logic(form, "endif")
    return form


def description() -> Doc:
    form = blank()
    top(form)
    value(form, "**Tên giải pháp**", "title")
    value(form, "**Lĩnh vực dự thi**", "field")
    logic(form, "if organisation")
    value(form, "**Tổ chức dự thi**", "organisation.name")
    logic(form, "endif")
    value(form, "**Tác giả**", "authors|map(attribute='name')|join(', ')")
    logic(form, "for section in sections")
    heading = line(form, "{{ section.number }}. {{ section.title }}", bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(10), True
    logic(form, "for paragraph in section.paragraphs")
    answer = line(form, "{{ paragraph }}")
    answer.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    answer.paragraph_format.first_line_indent = Mm(10)
    logic(form, "endfor")
    logic(form, "if section.recordings")
    line(form, "{{ section.recordings }}", italic=True)
    logic(form, "endif")
    logic(form, "if not section.paragraphs")
    for _ in range(4):
        line(form, "\t").style = form.styles["Dong cham"]
    logic(form, "endif")
    logic(form, "endfor")
    logic(form, "if photo_rows")
    line(form, "Ảnh minh họa", bold=True).paragraph_format.keep_with_next = True
    grid(form, [80, 80], [
        loop(2, "for pair in photo_rows"),
        ["{{ pair[0].picture }}{{ pair[0].problem }}",
         "{% if pair[1] is defined %}{{ pair[1].picture }}{{ pair[1].problem }}{% endif %}"],
        ["{{ pair[0].label }} {{ pair[0].caption }}",
         "{% if pair[1] is defined %}{{ pair[1].label }} {{ pair[1].caption }}{% endif %}"],
        loop(2, "endfor"),
    ], ruled=False)  # fmt: skip
    logic(form, "endif")
    signatures(form, None)
    return form


def main() -> None:
    for name, form in (("registration", registration()), ("description", description())):
        form.core_properties.title = name
        form.core_properties.author = ""
        form.core_properties.comments = ""
        form.save(FORMS / f"{name}.docx")


if __name__ == "__main__":
    main()
