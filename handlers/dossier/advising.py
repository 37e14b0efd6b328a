"""What is said of a file that cannot be used, and of a photo that could be better."""

from __future__ import annotations

from collections.abc import Mapping

from contest.documents.facts import same_page
from dialog.reply import Text, t

__all__ = ["ADVICE", "CANNOT_USE", "same_page"]

CANNOT_USE: Mapping[str, Text] = {
    "empty": t("files.cannot_empty"),
    "unknown": t("files.cannot_unknown"),
    "old_word": t("files.cannot_old_word"),
    "truncated": t("files.cannot_truncated"),
    "broken": t("files.cannot_broken"),
    "encrypted": t("files.cannot_encrypted"),
    "macros": t("files.cannot_macros"),
    "active": t("files.cannot_active"),
    "bomb": t("files.cannot_bomb"),
    "polyglot": t("files.cannot_polyglot"),
    "too_large": t("files.cannot_too_large"),
    "too_many_pages": t("files.cannot_too_many_pages"),
}
ADVICE: Mapping[str, Text] = {
    "blurred": t("files.advice_blurred"),
    "dark": t("files.advice_dark"),
    "bright": t("files.advice_bright"),
    "cut": t("files.advice_cut"),
    "small": t("files.advice_small"),
}
