"""Filling a Word document: a form its owner edits in Word, with {{ names }} for what goes in."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape
from PIL import Image

from contest.papers.zipping import zipped_again

PHOTO_WIDTH, PHOTO_HEIGHT = 75, 75  # mm: the largest that two side by side can be


def fill(
    form: Path, values: Mapping[str, Any], made_on: date, pictures: Mapping[str, bytes]
) -> bytes:
    """The document. A photo's `picture` becomes the picture itself; `made_on` is its only date.

    Raises jinja2.TemplateError for a form that names what there is not.
    """
    document = DocxTemplate(form)
    document.init_docx()
    photos = [
        {**_safe(photo), "picture": _picture(document, photo["picture"], pictures)}
        for photo in values["photos"]
    ]
    rows = [photos[start : start + 2] for start in range(0, len(photos), 2)]
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document.render({**_safe(values), "photo_rows": rows}, environment)
    about = document.docx.core_properties
    about.title = f"{values['heading']} {values['code']}"
    about.created = about.modified = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001
    out = io.BytesIO()
    document.save(out)
    return zipped_again(out.getvalue())


def _picture(document: DocxTemplate, name: str, pictures: Mapping[str, bytes]) -> InlineImage | str:
    if not name:
        return ""
    data = pictures[name.removesuffix(".jpg")]
    with Image.open(io.BytesIO(data)) as image:
        tall = image.height * PHOTO_WIDTH > image.width * PHOTO_HEIGHT
    size = {"height": Mm(PHOTO_HEIGHT)} if tall else {"width": Mm(PHOTO_WIDTH)}
    return InlineImage(document, io.BytesIO(data), **size)


def _safe(value: Any) -> Any:
    """Texts as XML. What the filling would take for a sign of its own is spelt another way."""
    match value:
        case str():
            spelt = str(escape(value)).replace("{", "&#123;").replace("}", "&#125;")
            return Markup(spelt.replace("%", "&#37;").replace("\t", " "))  # noqa: S704 -- escaped
        case Mapping():
            return {name: _safe(item) for name, item in value.items()}
        case list():
            return [_safe(item) for item in value]
        case _:
            return value
