"""Rich messages: blocks as given, or a small part of their HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from tests.telegram.errors import bad

_INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
           "s": "strikethrough", "code": "code"}  # fmt: skip
_SIZES = {f"h{n}": n for n in range(1, 7)}
_PLAIN = (
    "paragraph", "heading", "divider", "pre", "footer", "details", "blockquote", "table",
)  # fmt: skip


def read(given: Any) -> dict[str, Any]:
    """The RichMessage that an InputRichMessage becomes. Raises Refused.

    Of its HTML `p`, `h1` to `h6`, `hr`, `pre`, `footer` and letters within them are known;
    of its blocks those that hold no media. Anything else is refused, not guessed.
    """
    if not isinstance(given, dict):
        raise bad("can't parse rich message JSON object")
    forms = [name for name in ("html", "markdown", "blocks") if given.get(name)]
    if len(forms) != 1:
        raise bad("exactly one of html, markdown and blocks must be specified in a rich message")
    if forms == ["markdown"]:
        raise bad("rich message markdown is not known to this server")
    blocks = _checked(given["blocks"]) if forms == ["blocks"] else _parse(given["html"])
    rtl = {"is_rtl": True} if given.get("is_rtl") else {}
    return {"blocks": blocks, **rtl}


def words(text: Any) -> str:
    """A RichText, or blocks, as plain letters."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(words, text))
    cells = [
        " | ".join(words(cell.get("text", "")) for cell in row) for row in text.get("cells", [])
    ]
    inside = [text.get("summary", ""), text.get("text", ""), "\n".join(cells)]
    inside += [words(block) + "\n" for block in text.get("blocks", [])]
    return "".join(map(words, inside))


def _checked(blocks: Any) -> list[dict[str, Any]]:
    if not isinstance(blocks, list) or not blocks:
        raise bad("rich message must contain blocks")
    for block in blocks:
        if not isinstance(block, dict) or block.get("type") not in _PLAIN:
            raise bad("can't parse InputRichBlock: invalid rich block type specified")
        if "blocks" in block:
            _checked(block["blocks"])
    return blocks


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[dict[str, Any]] = []
        self.open: list[tuple[str, list[Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "hr":
            self.blocks.append({"type": "divider"})
            return
        inside = bool(self.open)
        if (tag in _INLINE) is not inside or not (
            tag in _INLINE or tag in (*_SIZES, "p", "pre", "footer")
        ):
            raise bad(f'can\'t parse rich message: Unsupported start tag "{tag}"')
        self.open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise bad(f'can\'t parse rich message: Unexpected end tag "{tag}"')
        _, parts = self.open.pop()
        text = parts[0] if len(parts) == 1 else parts
        if tag in _INLINE:
            self.open[-1][1].append({"type": _INLINE[tag], "text": text})
        elif tag in _SIZES:
            self.blocks.append({"type": "heading", "text": text, "size": _SIZES[tag]})
        else:
            kind = {"p": "paragraph"}.get(tag, tag)
            self.blocks.append({"type": kind, "text": text})

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][1].append(data)
        elif data.strip():
            self.blocks.append({"type": "paragraph", "text": data.strip()})


def _parse(source: str) -> list[dict[str, Any]]:
    parser = _Blocks()
    parser.feed(source)
    parser.close()
    if parser.open:
        tag = parser.open[-1][0]
        raise bad(
            f"can't parse rich message: Can't find end tag corresponding to start tag \"{tag}\""
        )
    if not parser.blocks:
        raise bad("rich message must be non-empty")
    return parser.blocks
