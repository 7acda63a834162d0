"""Statute retrieval from lay questions, beside bm25s, rank_bm25 and SQLite FTS5, in one run.

    python benchmarks/retrieval.py PATH [--only engines,folds,growth,cold] [--questions N]

PATH holds `corpus.jsonl` (an article a line: id, law, article, chapter, text) and `queries.jsonl` (qid, query, gold).
Needs the `bench` extra. Each engine runs in a process of its own, so that its memory is its own. What is measured, and
the figures of one run: docs/benchmarks-retrieval.md.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from retrieval_engines import ENGINES, Article, Ranker, article_of, ours

from assistant.domain.document import ClauseId
from assistant.knowledge.phrases import load_phrases
from assistant.retrieval.index import ClauseIndex, Entry, grams
from assistant.retrieval.lessons import Lessons
from assistant.retrieval.phrases import Phrases, Phrasing
from assistant.text.segmentation import Segmenter

FOLDS = 5
DEEP = 100
GROWTH = (1_000, 10_000, 100_000)
SLOW = {"rank_bm25": 40, "sqlite fts5": 200}
"""Engines too slow to be asked every question, and how many they are asked."""
SECTIONS = ("engines", "folds", "growth", "cold")
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """A lay question and the ids of the articles that answer it."""

    text: str
    gold: frozenset[int]


def load(folder: Path, questions: int) -> tuple[list[Article], list[Question]]:
    with (folder / "corpus.jsonl").open(encoding="utf-8") as lines:
        articles = [article_of(json.loads(line)) for line in lines]
    with (folder / "queries.jsonl").open(encoding="utf-8") as lines:
        asked = [Question(row["query"], frozenset(row["gold"])) for row in map(json.loads, lines)]
    return articles, asked[:questions]


def measure(rank: Ranker, questions: Sequence[Question]) -> Figures:
    """Recall and reciprocal rank, and the time of a ranking to depth 10, in milliseconds."""
    recall: Counter[int] = Counter()
    reciprocal = 0.0
    for question in questions:
        found = list(rank(question.text, DEEP))
        for depth in (1, 5, 10, DEEP):
            recall[depth] += len(question.gold & set(found[:depth])) / len(question.gold)
        reciprocal += next((1 / place for place, one in enumerate(found[:10], 1) if one in question.gold), 0.0)
    count = max(len(questions), 1)
    figures = {f"R@{depth}": recall[depth] / count for depth in (1, 5, 10, DEEP)}
    return figures | {"MRR@10": reciprocal / count} | latency(rank, questions)


def latency(rank: Ranker, questions: Sequence[Question]) -> Figures:
    """Wall time, and the processor time of this thread: other jobs on the machine spoil the former's tail."""
    wall, processor = [], []
    for question in questions:
        began, busy = time.perf_counter(), time.thread_time()
        rank(question.text, 10)
        processor.append((time.thread_time() - busy) * 1e3)
        wall.append((time.perf_counter() - began) * 1e3)
    return {
        "p50 ms": percentile(wall, 0.5),
        "p99 ms": percentile(wall, 0.99),
        "cpu p99 ms": percentile(processor, 0.99),
    }


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def run_engine(name: str, articles: Sequence[Article], questions: Sequence[Question], quality: bool) -> Figures:
    """One engine, built and asked, in this process."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    rank = ENGINES[name](articles)
    built = time.perf_counter() - began
    asked = random.Random(0).sample(questions, min(SLOW.get(name, len(questions)), len(questions)))
    for question in asked[:5]:
        rank(question.text, 10)
    figures = measure(rank, asked) if quality else latency(rank, asked)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1e3
    return {"n": float(len(asked))} | figures | {"build s": built, "memory MB": grown}


def in_own_process(folder: Path, name: str, size: int, questions: int, quality: bool) -> Figures:
    command = [sys.executable, __file__, str(folder), "--engine", name, "--size", str(size)]
    command += ["--questions", str(questions), *(["--quality"] if quality else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {}
    figures: Figures = json.loads(done.stdout.strip().split("\n")[-1])
    return figures


def grown(articles: Sequence[Article], size: int) -> list[Article]:
    """The first `size` articles; beyond the corpus, pairs of its texts spliced together."""
    chosen = list(articles[:size])
    dice = random.Random(1)
    while len(chosen) < size:
        one, other = dice.choice(articles), dice.choice(articles)
        half = one.text[: len(one.text) // 2] + other.text[len(other.text) // 2 :]
        chosen.append(Article(len(chosen), one.law, one.name, one.chapter, half))
    return chosen


def folds(articles: Sequence[Article], questions: Sequence[Question]) -> Iterator[tuple[str, Figures]]:
    """Five folds: questions held out, the others as phrasings of the articles that answer them."""
    by_id = {article.id: article for article in articles}
    clause_of = {clause.id.number: clause.id for document in _documents(articles) for clause in document.clauses}
    order = list(range(len(questions)))
    random.Random(0).shuffle(order)
    rows: dict[str, list[Figures]] = defaultdict(list)
    plain = PlainIndex(articles)
    fillers = load_phrases(Path(__file__).parents[1]).fillers
    for fold in range(FOLDS):
        test = [questions[place] for turn, place in enumerate(order) if turn % FOLDS == fold]
        train = [questions[place] for turn, place in enumerate(order) if turn % FOLDS != fold]
        known = Counter(article for question in train for article in question.gold)
        phrasings = tuple(
            Phrasing(question.text, clause_of[article])
            for question in train
            for article in sorted(question.gold)
            if article in by_id
        )
        search = ours(articles, Phrases(phrasings=phrasings, fillers=fillers))
        ranker = _ranker(search.rank)
        asked = [by_id[article].law for article in known.elements() if article in by_id]
        rows["nothing learned"].append(measure(plain.ranker(), test))
        rows["popularity of articles only"].append(measure(plain.ranker(known), test))
        rows["popularity of laws only"].append(measure(plain.ranker(laws=asked), test))
        rows["popularity of both only"].append(measure(plain.ranker(known, asked), test))
        rows["phrasings, word table, laws asked about"].append(measure(ranker, test))
        if not fold:
            rows["… the first fold alone"].append({"n": float(len(test))} | measure(ranker, test))
            rows["… the first fold, nothing learned"].append(measure(plain.ranker(), test))
        seen = [question for question in test if question.gold & known.keys()]
        unseen = [question for question in test if not question.gold & known.keys()]
        rows["… whose article was asked before"].append({"n": float(len(seen))} | measure(ranker, seen))
        rows["… whose article never was"].append({"n": float(len(unseen))} | measure(ranker, unseen))
        rows["… the same, nothing learned"].append({"n": float(len(unseen))} | measure(plain.ranker(), unseen))
    for name, figures in rows.items():
        yield name, {key: sum(one[key] for one in figures) / len(figures) for key in figures[0]}


class PlainIndex:
    """The two channels alone, with or without a prior that counts what was asked about before, no words of it."""

    PRIOR = 0.2

    def __init__(self, articles: Sequence[Article]) -> None:
        self._ids = [article.id for article in articles]
        self._law = {article.id: article.law for article in articles}
        self._segmenter = Segmenter()
        self._index = ClauseIndex(
            Entry(" ".join(self._segmenter.search(article.whole)), " ".join(grams(article.whole)))
            for article in articles
        )

    def ranker(self, known: Mapping[int, int] = MappingProxyType({}), laws: Sequence[str] = ()) -> Ranker:
        """`known` counts how often an article answered, `laws` the law of each such answer; empty for no prior."""
        most = math.log1p(max(known.values(), default=1))
        lessons = Lessons((law, (), ()) for law in laws)

        def rank(question: str, limit: int) -> Sequence[int]:
            words = dict.fromkeys(self._segmenter.search(question), 1.0)
            found = self._index.rank(words, dict.fromkeys(grams(question), 1.0), max(limit, DEEP))
            top = max(found.values(), default=1.0)
            scores = {self._ids[place]: score / top for place, score in found.items()}
            for article in scores if laws else ():
                scores[article] += lessons.interest(self._law[article])
            for article, count in known.items():
                scores[article] = scores.get(article, 0.0) + self.PRIOR * math.log1p(count) / most
            return sorted(scores, key=lambda one: -scores[one])[:limit]

        return rank


def cold_start() -> Figures:
    """A fresh interpreter to the first answer on the project's own corpus: seconds, and its memory at the peak."""
    code = (
        "import resource, time; began = time.perf_counter()\n"
        "from pathlib import Path\n"
        "from assistant.knowledge.documents import load_documents\n"
        "from assistant.knowledge.phrases import load_phrases\n"
        "from assistant.retrieval.search import Search\n"
        "from assistant.retrieval.terms import policy_words\n"
        "from assistant.text.segmentation import Segmenter\n"
        f"root = Path({str(Path(__file__).parents[1])!r})\n"
        "documents, phrases = load_documents(root), load_phrases(root)\n"
        "search = Search(documents, phrases, Segmenter(policy_words(documents, phrases)))\n"
        "search.search(phrases.phrasings[0].text); ready = time.perf_counter() - began\n"
        "asked, times = [one.text for one in phrases.phrasings], []\n"
        "for text in asked:\n"
        "    began = time.thread_time(); search.search(text); times.append(time.thread_time() - began)\n"
        "times.sort(); peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3\n"
        "print(ready, peak, times[len(times) // 2] * 1e3, times[int(len(times) * .99)] * 1e3)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ready, peak, middle, tail = map(float, done.stdout.split())
    return {"ready s": ready, "memory MB": peak, "cpu p50 ms": middle, "cpu p99 ms": tail}


def show(name: str, figures: Mapping[str, float]) -> None:
    cells = [f"{key} {value:.3f}" if abs(value) < 10 else f"{key} {value:.0f}" for key, value in figures.items()]
    print(f"| {name} | " + " | ".join(cells or ["not measured: is the bench extra installed?"]) + " |", flush=True)


def _documents(articles: Sequence[Article]) -> Any:
    from retrieval_engines import documents

    return documents(articles)


def _ranker(rank: Callable[[str, int], Sequence[ClauseId]]) -> Ranker:
    return lambda question, limit: [clause.number for clause in rank(question, limit)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default=",".join(SECTIONS))
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--engine", choices=sorted(ENGINES), help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--quality", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    articles, questions = load(chosen.folder, chosen.questions)
    if chosen.engine:
        sized = grown(articles, chosen.size) if chosen.size else articles
        print(json.dumps(run_engine(chosen.engine, sized, questions, chosen.quality)))
        return
    sections = chosen.only.split(",")
    if "engines" in sections:
        print(f"\n{len(articles)} articles, {len(questions)} questions")
        for name in ENGINES:
            show(name, in_own_process(chosen.folder, name, 0, len(questions), quality=name != "wence, whole search"))
    if "folds" in sections:
        print(f"\n{FOLDS} folds")
        for name, figures in folds(articles, questions):
            show(name, figures)
    if "growth" in sections:
        for size in GROWTH:
            print(f"\n{size} clauses")
            for name in ("wence", "bm25s", "sqlite fts5"):
                show(name, in_own_process(chosen.folder, name, size, min(300, len(questions)), quality=False))
    if "cold" in sections:
        print("\nthe project's own corpus")
        show("wence", cold_start())


if __name__ == "__main__":
    main()
