"""The tables of `docs/exports.md`, made from what the exports are made from.

`python -m tests.house.export_tables` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

from bot.texts import Texts
from contest.exports import TABLES
from handlers.staff.export_words import HEADINGS, TABLES_NAMED

DOCUMENT = Path(__file__).parents[2] / "docs" / "exports.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
TYPES = {
    "text": "text",
    "number": "number",
    "day": "day",
    "moment": "day and time",
    "flag": "có / không",
}


def written() -> str:
    texts = Texts()
    parts = [BEGIN]
    for table, columns in TABLES.items():
        parts += ["", f"### `{table}`: {texts.render(TABLES_NAMED[table], 'vi')}", ""]
        parts += ["| column | heading | type | personal |", "|---|---|---|---|"]
        for column in columns:
            heading = HEADINGS[column.heading]
            said = f"{texts.render(heading, 'vi')} ({texts.render(heading, 'en')})"
            personal = "yes" if column.personal else ""
            parts.append(f"| `{column.key}` | {said} | {TYPES[column.type]} | {personal} |")
    return "\n".join([*parts, "", END])


def main() -> None:
    document = DOCUMENT.read_text("utf-8")
    before, _, rest = document.partition(BEGIN)
    DOCUMENT.write_text(before + written() + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
