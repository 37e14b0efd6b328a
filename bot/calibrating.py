"""How sure is sure enough, found anew when staff have added phrasings: takes a minute of one
processor, so it is done aside, after what was added is learnt, and kept in a file."""

from __future__ import annotations

import hashlib
import inspect
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from bot.workers import Workers
from contest.faq import calibration, certainty
from contest.faq.answer import faq_examples, on_the_buttons
from contest.faq.calibration import Phrasings, calibrated
from contest.pack import Certainty, Pack, Thresholds
from contest.reading import by_voice, folder_of

log = logging.getLogger(__name__)

FEWEST_VOICES = 6  # of a pack; fewer tell nothing about strangers
STAFF = "+"  # the voice of what staff have added; no file of a pack has this name


@dataclass(frozen=True, slots=True)
class Calibrations:
    """`pack_at`: where the pack was read from; `learnt`: the folder where it is kept."""

    workers: Workers
    learnt: Path
    pack_at: str

    def applied(self, pack: Pack) -> Pack:
        """The pack with what was found for its phrasings, if it was."""
        try:
            found = json.loads(self._path(pack).read_bytes())
            return replace(
                pack,
                thresholds=msgspec.convert(found["thresholds"], Thresholds),
                certainty=msgspec.convert(found["certainty"], Certainty),
            )
        except FileNotFoundError:
            return pack
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("what was calibrated cannot be read: %s", error)
            return pack

    def wanted(self, pack: Pack) -> bool:
        """Is it to be found still, and are there enough voices to find it by?"""
        voices = (folder_of(self.pack_at) / "faq" / "phrasings").glob("*.txt")
        return len(list(voices)) >= FEWEST_VOICES and not self._path(pack).exists()

    async def find(self, pack: Pack, installed: Pack) -> None:
        """Raises what the workers raise."""
        path, added = self._path(pack), _added(pack, installed)
        await self.workers.run(_calibrate, pack, self.pack_at, added, path)

    def _path(self, pack: Pack) -> Path:
        """Named by what it was found from: the phrasings, and the code that finds it."""
        said = [[label, list(texts)] for label, texts in faq_examples(pack).items()]
        digest = hashlib.sha256(json.dumps(said).encode())
        for module in (calibration, certainty):
            digest.update(inspect.getsource(module).encode())
        return self.learnt / f"calibrated-{digest.hexdigest()[:16]}.json"


def _added(pack: Pack, installed: Pack) -> dict[str, tuple[str, ...]]:
    """What staff have added, by topic."""
    found = {}
    for topic, texts in pack.phrasings.items():
        known = set(installed.phrasings.get(topic, ()))
        if new := tuple(text for text in texts if text not in known):
            found[topic] = new
    return found


def _calibrate(pack: Pack, pack_at: str, added: Phrasings, path: Path) -> None:
    voices: Mapping[str, Phrasings] = by_voice(folder_of(pack_at), "faq/phrasings", pack.topics)
    found = calibrated({**voices, STAFF: added}, on_the_buttons(pack), pack.out_of_scope)
    kept = {
        "thresholds": msgspec.to_builtins(found.thresholds),
        "certainty": msgspec.to_builtins(found.certainty),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(kept), "utf-8")
    for older in path.parent.glob("calibrated-*.json"):
        older.unlink(missing_ok=True)
    unfinished.replace(path)
