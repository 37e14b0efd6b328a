"""What a word was meant to be: short forms, Telex that was left on the keys, glued words, slips.

Nothing is replaced: what was meant stands beside what was written, so that a wrong guess costs
little. Known words are those of the examples themselves, no list from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path

from contest.faq.normalise import fold

_LISTS = ("short_forms.txt", "english.txt")
_REPEATED = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(r"(.)\1+")
_SYLLABLE = re.compile(  # of Vietnamese, without its marks
    r"(ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?"
    r"(?!.*(aa|ee|oo))[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?"
)
LONGEST_WORD = 24  # a longer one is no word; what is done here grows with its length
MOST_REMEMBERED = 20_000  # words that were guessed
SHORTEST_SLIP = 4  # shorter words are too like each other to guess


@cache
def short_forms() -> Mapping[str, tuple[str, ...]]:
    """Each short form or English word and what it may mean, all without accents; it may be nothing,
    and is not to be taken for a slip then."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _LISTS:
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
            written, is_a_row, meant = line.partition("=")
            if is_a_row and not line.startswith("#"):
                for word in written.split():
                    found[fold(word)] = tuple(fold(m) for m in meant.split("|") if m.strip())
    return found


class Speller:
    """Guesses by the words it knows (without accents)."""

    def __init__(self, known: AbstractSet[str]) -> None:
        self._known = known
        self.meant = lru_cache(maxsize=MOST_REMEMBERED)(self._meant)
        self._one_less: dict[str, str] = {}
        for word in sorted(known, key=lambda word: (len(word), word)):
            if len(word) >= SHORTEST_SLIP:
                for shorter in _one_less(word):
                    self._one_less.setdefault(shorter, word)

    def _meant(self, word: str) -> Sequence[str]:
        """What the word may have been meant to be, in words; nothing if it is one already."""
        if (short := short_forms().get(word)) is not None:
            return short
        if word.isdigit() or len(word) > LONGEST_WORD:
            return ()
        # such keys are no word, however often people type them
        if not _SYLLABLE.fullmatch(word) and (guess := self._of_known(*without_marks(word))):
            return (guess,)
        if word in self._known:
            return ()
        return next(((guess,) for guess in self._guesses(word) if guess), ())

    def _guesses(self, word: str) -> Iterator[str]:
        """The surest first; each is known, or empty."""
        yield self._of_known(_REPEATED.sub(r"\1", word), _DOUBLED.sub(r"\1", word))
        yield next(
            (
                f"{word[:at]} {word[at:]}"
                for at in range(len(word) - 2, 1, -1)
                if word[:at] in self._known and word[at:] in self._known
            ),
            "",
        )
        if len(word) >= SHORTEST_SLIP:
            yield self._slip(word)

    def _of_known(self, *candidates: str) -> str:
        return next((c for c in candidates if c in self._known), "")

    def _slip(self, word: str) -> str:
        """A known word with one letter more, less, changed, or two in each other's place."""
        if found := self._one_less.get(word):
            return found
        shorter = _one_less(word)
        return self._of_known(*shorter) or next(
            (self._one_less[s] for s in shorter if s in self._one_less), ""
        )


def _one_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def without_marks(word: str) -> list[str]:
    """«hanj», «ddduwocj», «ho62» → «han», «duoc», «ho»: the keys that were to become marks, out.

    Those of Telex stand at the end or right after their vowel; those of VNI are digits. Only what
    is a syllable then.
    """
    letters = re.sub("[0-9]", "", word)
    plain = re.sub(r"d{2,}", "d", re.sub(r"([aeo])\1+", r"\1", letters)).replace("w", "")
    at_end = re.sub(r"(?<=.)[sfrxj]$", "", plain)
    anywhere = re.sub(r"(?<=[aeiouy])[sfrxj]", "", plain)
    doubled = re.sub(r"(?<=[a-z])[sfrxj]", "", plain)
    found = dict.fromkeys((letters, plain, at_end, anywhere, doubled))
    return [syllable for syllable in found if _SYLLABLE.fullmatch(syllable)]
