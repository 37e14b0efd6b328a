"""The communes and wards of today, found by any name people still use for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from contest.faq.normalise import fold, has_accents, with_accents
from contest.pack import Agency, OldUnit, Pack, Unit

# How people name the kinds of units, old and new, as folded words -> the kind.
_KINDS = {
    "xa": "xa",
    "x": "xa",
    "phuong": "phuong",
    "p": "phuong",
    "thi tran": "tt",
    "tt": "tt",
    "tt nong truong": "tt",
    "huyen": "huyen",
    "h": "huyen",
    "thanh pho": "huyen",
    "tp": "huyen",
}
_KIND_FORM = re.compile(rf"^(?:({'|'.join(sorted(_KINDS, key=len, reverse=True))}) )?(.+)$")
ALIKE = 86  # how alike (of 100) a misspelt name must be to be offered
MOST_GUESSES = 4
# What people say around a name.
_FILLING = frozenset((
    "toi", "em", "chau", "minh", "nha", "o", "tai", "song", "lam", "viec", "thuoc", "cua", "la",
    "ban", "thon", "to", "khu", "pho", "tinh", "cu", "moi", "nay", "truoc", "day", "ngay", "ben",
    "tren", "duoi", "anh", "chi", "a", "da", "vang", "va", "gan",
))  # fmt: skip


def unit_id(unit: Unit) -> str:
    """«Xã Chi Lăng» → «xa-chi-lang»: safe in a button, and not an official code (those differ)."""
    return fold(unit.name).replace(" ", "-")


def _split(name: str) -> tuple[str | None, str]:
    """«TT Cao Lộc» → («tt», «cao loc»)."""
    kind, bare = _KIND_FORM.fullmatch(fold(name)).groups()  # type: ignore[union-attr]  # matches any
    return (_KINDS[kind] if kind else None), bare


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be meant, and the old unit through which it was found, if it was."""

    unit: Unit
    through: OldUnit | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """`candidates` are different units: one means found, several mean ask, none means unknown.

    `guessed` says that nothing bears the name as typed and these only look alike.
    """

    candidates: tuple[Candidate, ...]
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    kind: str | None
    name: str


class Gazetteer:
    """All names of all units. Built once for a pack."""

    def __init__(
        self, units: Sequence[Unit], province: str, agencies: Sequence[Agency] = ()
    ) -> None:
        self.units = tuple(units)
        self._agencies = {agency.id: agency for agency in agencies}
        self._by_agency = {
            fold(name): agency for agency in agencies for name in (agency.name, *agency.called)
        }
        self._province = fold(province)
        self._by_id = {unit_id(unit): unit for unit in units}
        self._by_name: dict[str, list[tuple[str | None, Candidate]]] = {}
        self._by_district: dict[str, list[Unit]] = {}
        for unit in units:
            kind, bare = _split(unit.name)
            self._by_name.setdefault(bare, []).append((kind, Candidate(unit)))
            for old in unit.was:
                kind, bare = _split(old.name)
                self._by_name.setdefault(bare, []).append((kind, Candidate(unit, old)))
                in_district = self._by_district.setdefault(_split(old.district)[1], [])
                if unit not in in_district:
                    in_district.append(unit)

    @classmethod
    def of(cls, pack: Pack) -> Gazetteer:
        return cls(pack.units, pack.units_today.province, pack.agencies)

    @cached_property
    def _known(self) -> set[str]:
        return set(self._by_name) | set(self._by_district)

    def by_id(self, name: str) -> Unit | None:
        return self._by_id.get(name)

    def agency(self, typed: str) -> Agency | None:
        """The agency that is called so: nobody is taken for one by half a name."""
        return self._by_agency.get(fold(typed))

    @property
    def workplaces(self) -> Mapping[str, str]:
        """Whoever may have an officer, by id: the communes in their order, then the agencies."""
        return {
            **{name: unit.name for name, unit in self._by_id.items()},
            **{name: agency.name for name, agency in self._agencies.items()},
        }

    def workplace(self, name: str | None) -> str | None:
        """What the commune or agency of that id is called; none: there is none."""
        unit, agency = self._by_id.get(name or ""), self._agencies.get(name or "")
        return unit.name if unit else agency.name if agency else None

    def names_only(self, typed: str) -> bool:
        """Is this a place, and nothing but a place?"""
        mentions, unknown = self._mentions(fold(typed).split())
        return bool(mentions) and not unknown

    def find(self, typed: str) -> Found:
        """Find by «xã Hòa Bình, Văn Quan», «tt dong mo», «huyen loc binh», «chi lang»..."""
        mentions, unknown = self._mentions(fold(typed).split())
        if not mentions:
            return self._guess(typed)
        places = [m for m in mentions if m.kind != "huyen"]
        districts = [m.name for m in mentions if m.kind == "huyen"]
        if not places:
            return self._in_district(districts[0])
        place = places[0]
        # the district is said last, and after it the province, which may bear a city's name
        districts += [
            m.name for m in places[1:] if m.name in self._by_district and m.name != self._province
        ]
        found = [c for kind, c in self._by_name.get(place.name, ()) if place.kind in (None, kind)]
        found = _as_accented(found, typed)
        if districts:
            found = [c for c in found if districts[-1] in _districts(c)] or found
        elif place.kind is None and place.name in self._by_district:
            # many say where they live by the old district, so its other units may be meant as well
            found += self._in_district(place.name).candidates
        if not found:
            return self._misnamed(place, typed)
        return Found(_each_once(found), guessed=unknown and place.kind is None)

    def certain(self, address: str) -> Unit | None:
        """The unit that an address names beyond doubt; None if several may be meant, or none.

        Where a commune is called one, what stands before does not count: in «thôn Yên Phúc, xã
        Vạn Linh» the hamlet bears the name of another commune.
        """
        folded, accented = fold(address).split(), with_accents(address).split()
        words = accented if len(accented) == len(folded) else folded
        start = next((at for at in range(len(folded)) if self._calls_a_unit(folded, at)), 0)
        if self._outside(folded[start:]):
            return None
        found = self.find(" ".join(words[start:]))
        if len(found.candidates) != 1 or found.guessed:
            return None
        return found.candidates[0].unit

    def _calls_a_unit(self, words: Sequence[str], at: int) -> bool:
        kind, start = self._kind_at(words, at)
        return kind not in (None, "huyen") and self._name_at(words, start, shortest=1) is not None

    def _outside(self, words: Sequence[str]) -> bool:
        """Is another province named, or a district that this one never had?"""
        for at, word in enumerate(words):
            after = " ".join(words[at + 1 :])
            if word == "tinh" and not f"{after} ".startswith(f"{self._province} "):
                return True
            kind, start = self._kind_at(words, at)
            if kind == "huyen" and self._name_at(words, start, shortest=1) is None:
                return True
        return False

    def _in_district(self, name: str) -> Found:
        return Found(tuple(Candidate(u) for u in self._by_district.get(name, ())))

    def _misnamed(self, place: _Mention, typed: str) -> Found:
        """«Phường» said of what is a commune: likely meant all the same."""
        anything = [candidate for _, candidate in self._by_name.get(place.name, ())]
        return Found(_each_once(anything), guessed=True) if anything else self._guess(typed)

    def _mentions(self, words: Sequence[str]) -> tuple[list[_Mention], bool]:
        """The known names in the words, the longest at each place, with the kind said before it.

        Also whether something stands there that may be a name we do not know: «Hồ Chí Minh» is
        not «Chí Minh».
        """
        found: list[_Mention] = []
        unknown = False
        at = 0
        while at < len(words):
            kind, start = self._kind_at(words, at)
            name = self._name_at(words, start, shortest=1 if kind else 2)
            if name:
                found.append(_Mention(kind, name))
                at = start + name.count(" ") + 1
                continue
            unknown = unknown or words[at] not in _FILLING
            at += 1
        return found, unknown

    def _kind_at(self, words: Sequence[str], at: int) -> tuple[str | None, int]:
        for size in (3, 2, 1):
            said = " ".join(words[at : at + size])
            if said in _KINDS and at + size < len(words):
                return _KINDS[said], at + size
        return None, at

    def _name_at(self, words: Sequence[str], start: int, shortest: int) -> str | None:
        for size in range(min(4, len(words) - start), shortest - 1, -1):
            name = " ".join(words[start : start + size])
            if name in self._known:
                return name
        return None

    def _guess(self, typed: str) -> Found:
        _, bare = _split(typed) if fold(typed) else (None, "")
        near = process.extract(bare, list(self._by_name), scorer=fuzz.ratio, score_cutoff=ALIKE)
        found = [c for name, _, _ in near for _, c in self._by_name[name]]
        return Found(_each_once(found)[:MOST_GUESSES], guessed=True)


def _as_accented(found: list[Candidate], typed: str) -> list[Candidate]:
    """Accents count where they were typed: «Tân Thành» is not «Tân Thanh»."""
    if not has_accents(typed):
        return found
    said = f" {with_accents(typed)} "
    exact = [c for c in found if f" {_bare_accented((c.through or c.unit).name)} " in said]
    return exact or found


def _bare_accented(name: str) -> str:
    _, _, bare = with_accents(name).partition(" ")
    return bare


def _districts(candidate: Candidate) -> set[str]:
    olds = (candidate.through,) if candidate.through else candidate.unit.was
    return {_split(old.district)[1] for old in olds}


def _each_once(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """One candidate for each unit: the way it was found first."""
    kept: dict[Unit, Candidate] = {}
    for candidate in found:
        kept.setdefault(candidate.unit, candidate)
    return tuple(kept.values())
