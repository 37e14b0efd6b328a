"""What the questions of a dossier have in common, whatever they ask for."""

from __future__ import annotations

from collections.abc import Sequence

from contest.pack import DossierStep
from dialog.reply import Joined, Text, paragraphs, t, words


def question(step: DossierStep) -> Text:
    """What is asked, with its example."""
    parts: list[Text] = [words(step.ask)]
    if step.example:
        parts.append(t("interview.example", example=words(step.example)))
    return paragraphs(parts)


def named(steps: Sequence[DossierStep], most: int) -> Text:
    """The titles of the first few, and how many more there are."""
    names = Joined(tuple(words(step.title) for step in steps[:most]), ", ")
    more = len(steps) - most
    return t("interview.and_more", names=names, n=more) if more > 0 else names
