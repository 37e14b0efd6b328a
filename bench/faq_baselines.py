"""Plainer ways to find a topic, given the same phrasings: what they rank first."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import bm25s
import numpy as np
from rapidfuzz import fuzz, process

from contest.faq.answer import faq_examples
from contest.faq.calibration import OUTSIDE
from contest.faq.features import Floats, Ints, Rows
from contest.faq.normalise import fold
from contest.faq.softmax import learnt
from contest.pack import Pack

MOST = 30  # phrasings looked at for their topics

Ranker = Callable[[str], list[str]]  # a text -> topics, the first first


def ranked(pack: Pack, texts: Sequence[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, for each text the topics in order)"""
    examples = [
        (topic, fold(text))
        for topic, said in faq_examples(pack).items()
        if topic != OUTSIDE
        for text in said
    ]
    makers: dict[str, Callable[[list[tuple[str, str]]], Ranker]] = {
        "BM25 (bm25s)": _bm25, "SQLite FTS5": _fts5, "rapidfuzz": _rapidfuzz,
        "TF-IDF, linear classifier": _linear,
    }  # fmt: skip
    for name, make in makers.items():
        rank = make(examples)
        yield name, [rank(fold(text)) for text in texts]


def _topics(found: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))[:3]


def _bm25(examples: list[tuple[str, str]]) -> Ranker:
    index = bm25s.BM25()
    index.index([text.split() for _, text in examples], show_progress=False)

    def rank(text: str) -> list[str]:
        if not text:
            return []
        found, scores = index.retrieve([text.split()], k=MOST, show_progress=False)
        return _topics(
            [examples[n][0] for n, score in zip(found[0], scores[0], strict=True) if score > 0]
        )

    return rank


def _fts5(examples: list[tuple[str, str]]) -> Ranker:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(topic UNINDEXED, text)")
    database.executemany("INSERT INTO said VALUES (?, ?)", examples)
    query = f"SELECT topic FROM said WHERE said MATCH ? ORDER BY rank LIMIT {MOST}"

    def rank(text: str) -> list[str]:
        wanted = " OR ".join(f'"{word}"' for word in text.split())
        return _topics([row[0] for row in database.execute(query, (wanted,))]) if wanted else []

    return rank


def _rapidfuzz(examples: list[tuple[str, str]]) -> Ranker:
    everything = [text for _, text in examples]

    def rank(text: str) -> list[str]:
        found = process.extract(text, everything, scorer=fuzz.token_set_ratio, limit=MOST)
        return _topics([examples[number][0] for _, _, number in found])

    return rank


def _linear(examples: list[tuple[str, str]]) -> Ranker:
    """Words and their pairs only, without anything this program knows of how people type."""
    counts = [_words(text) for _, text in examples]
    seen = Counter(word for row in counts for word in row)
    ids = {word: number for number, word in enumerate(seen)}
    idf = np.array([math.log(1 + len(examples) / seen[word]) for word in ids], np.float32)

    def vector(row: Counter[str]) -> tuple[Ints, Floats]:
        known = [(ids[word], count) for word, count in row.items() if word in ids]
        at = np.array([number for number, _ in known], np.int32)
        weights = np.array([count for _, count in known], np.float32) * idf[at]
        return at, weights / np.float32(np.linalg.norm(weights) or 1)

    topics = list(dict.fromkeys(topic for topic, _ in examples))
    labels = np.array([topics.index(topic) for topic, _ in examples], np.int32)
    vectors = [vector(row) for row in counts]
    begin = np.cumsum([0, *(len(at) for at, _ in vectors)], dtype=np.int32)
    rows = Rows(*(np.concatenate(parts) for parts in zip(*vectors, strict=True)), begin)
    weights = learnt(rows, labels, len(topics), len(ids))

    def rank(text: str) -> list[str]:
        at, asked = vector(_words(text))
        return [topics[int(n)] for n in np.argsort(-(asked @ weights[at]))[:3]]

    return rank


def _words(text: str) -> Counter[str]:
    words = text.split()
    return Counter([*words, *(" ".join(pair) for pair in pairwise(words))])


def rapidfuzz_times(pack: Pack, texts: Sequence[str]) -> list[float]:
    """Milliseconds a question, against all phrasings."""
    everything = [fold(text) for said in pack.phrasings.values() for text in said]
    took = []
    for text in texts:
        began = time.thread_time()
        process.extractOne(fold(text), everything, scorer=fuzz.token_set_ratio)
        took.append((time.thread_time() - began) * 1000)
    return took
