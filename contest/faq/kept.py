"""A model is learnt once and kept in a file, so that the program starts at once.

The file is named by what the model was learnt from: the examples and this code. Whatever is wrong
with it, and wherever it cannot be written, the model is learnt again.
"""

from __future__ import annotations

import hashlib
import json
import logging
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from contest.faq.features import Features
from contest.faq.model import Model
from contest.faq.nearest import Nearest

log = logging.getLogger(__name__)

_CODE = ("english.txt", "features.py", "kept.py", "model.py", "nearest.py", "normalise.py",
         "short_forms.txt", "softmax.py", "spelling.py")  # fmt: skip
_UNREADABLE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


def kept_or_learnt(
    name: str,
    examples: Mapping[str, Sequence[str]],
    folder: Path | None,
    set_apart: str | None = None,
) -> Model:
    """The model of these examples, from `folder` if it is there; learnt and kept if not."""
    if folder is None:
        return Model.built(examples, set_apart)
    path = folder / f"{name}-{_fingerprint(examples)}.npz"
    try:
        return _read(path, examples)
    except FileNotFoundError:
        pass
    except _UNREADABLE as error:
        log.warning("what was learnt cannot be read and is learnt again: %s", error)
    model = Model.built(examples, set_apart)
    try:
        _write(path, model)
        for older in folder.glob(f"{name}-*.npz"):
            if older != path:
                older.unlink(missing_ok=True)
    except OSError as error:
        log.warning("what was learnt cannot be kept: %s", error)
    return model


def _fingerprint(examples: Mapping[str, Sequence[str]]) -> str:
    said = json.dumps([[label, list(texts)] for label, texts in examples.items()])
    digest = hashlib.sha256(said.encode())
    for name in _CODE:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()[:16]


def _write(path: Path, model: Model) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez(
            file,
            names=_packed(model.features.names),
            words=_packed(model.features.words),
            idf=model.features.idf,
            weights=model.weights,
            contrast=model.contrast,
            keys=model.nearest.keys,
            begin=model.nearest.begin,
            held_by=model.nearest.examples,
            held=model.nearest.weights,
            held_in=len(model.nearest),
        )
    unfinished.replace(path)


def _read(path: Path, examples: Mapping[str, Sequence[str]]) -> Model:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        features = Features(_unpacked(kept["names"]), kept["idf"], _unpacked(kept["words"]))
        sizes = [len(texts) for texts in examples.values()]
        nearest = Nearest(
            sizes, len(features.names), kept["keys"], kept["begin"], kept["held_by"], kept["held"]
        )
        held_in = int(kept["held_in"])
        weights, contrast = kept["weights"], kept["contrast"]
    known = len(features.names)
    if weights.shape != (known, len(examples)) or contrast.shape != (known,):
        raise ValueError("weights of another shape")
    if held_in != len(nearest) or len(nearest.keys) + 1 != len(nearest.begin):
        raise ValueError("of other examples")
    return Model(examples, features, nearest, weights, contrast)


def _packed(names: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def _unpacked(packed: npt.NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n") if len(packed) else []
