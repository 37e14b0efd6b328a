"""Plainer ways to find a topic, given the same phrasings: what they rank first."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz, process

from contest.faq.answer import faq_examples
from contest.faq.calibration import OUTSIDE
from contest.faq.features import Vector, rows_of
from contest.faq.normalise import fold
from contest.faq.softmax import learnt
from contest.pack import Pack

K1, B = 1.2, 0.75
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
        "BM25": _bm25, "SQLite FTS5": _fts5, "rapidfuzz": _rapidfuzz,
        "TF-IDF, linear classifier": _linear,
    }  # fmt: skip
    for name, make in makers.items():
        rank = make(examples)
        yield name, [rank(fold(text)) for text in texts]


def _topics(found: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))[:3]


def _bm25(examples: list[tuple[str, str]]) -> Ranker:
    lengths = [len(text.split()) for _, text in examples]
    mean = sum(lengths) / len(lengths)
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, text) in enumerate(examples):
        for word, count in Counter(text.split()).items():
            postings[word].append((number, count))

    def rank(text: str) -> list[str]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(text.split()):
            found = postings.get(word, [])
            idf = math.log(1 + (len(examples) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                norm = K1 * (1 - B + B * lengths[number] / mean)
                scores[number] += idf * count * (K1 + 1) / (count + norm)
        best = sorted(scores, key=lambda number: -scores[number])[:MOST]
        return _topics([examples[number][0] for number in best])

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

    def vector(row: Counter[str]) -> Vector:
        known = [(ids[word], count) for word, count in row.items() if word in ids]
        at = np.array([number for number, _ in known], np.int32)
        weights = np.array([count for _, count in known], np.float32) * idf[at]
        return Vector(at, weights / np.float32(np.linalg.norm(weights) or 1), 1.0)

    topics = list(dict.fromkeys(topic for topic, _ in examples))
    labels = np.array([topics.index(topic) for topic, _ in examples], np.int32)
    weights = learnt(rows_of([vector(row) for row in counts]), labels, len(topics), len(ids))

    def rank(text: str) -> list[str]:
        asked = vector(_words(text))
        scores = asked.weights @ weights[asked.ids]
        return [topics[int(n)] for n in np.argsort(-scores)[:3]]

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
