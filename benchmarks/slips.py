"""What one slip of the pen costs: a character replaced, dropped, doubled, or swapped with its neighbour, at random.

    python benchmarks/slips.py QUESTIONS.jsonl [--seeds N]

A line of QUESTIONS holds `q`, `kind` and `clauses` as the evaluation cases do. Those of kind `clause` are asked with a
slip each; the share right, of the search alone, is printed for every kind of slip. Figures of one run:
docs/benchmarks-retrieval.md.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from assistant.knowledge.documents import load_documents
from assistant.knowledge.phrases import load_phrases
from assistant.retrieval.search import Search
from assistant.retrieval.terms import policy_words
from assistant.text.segmentation import Segmenter

KINDS: Final = ("replaced", "dropped", "doubled", "swapped")
ROOT: Final = Path(__file__).parents[1]
NEIGHBOURS: Final = 15
"""A character is replaced by one that is at most so many places more or less frequent."""
Question = tuple[str, frozenset[int]]
"""A question, and the numbers of the clauses that answer it."""


class Pen:
    """Makes slips. Characters are as frequent as in `texts`."""

    def __init__(self, texts: Iterable[str]) -> None:
        counted = Counter(char for text in texts for char in text if _is_han(char))
        self._order = [char for char, _ in counted.most_common()]
        self._rank = {char: place for place, char in enumerate(self._order)}

    def slip(self, text: str, kind: str, dice: random.Random) -> str:
        """The text with one slip of that kind; the text itself where it has no place for one."""
        places = [place for place, char in enumerate(text) if _is_han(char)]
        pairs = [place for place, after in pairwise(places) if after == place + 1]
        if not places or (kind == "swapped" and not pairs):
            return text
        at = dice.choice(pairs if kind == "swapped" else places)
        char, rest = text[at], text[at + 1 :]
        made: Mapping[str, Callable[[], str]] = {
            "replaced": lambda: self._other(char, dice) + rest,
            "dropped": lambda: rest,
            "doubled": lambda: char + char + rest,
            "swapped": lambda: rest[0] + char + rest[1:],
        }
        return text[:at] + made[kind]()

    def _other(self, char: str, dice: random.Random) -> str:
        place = self._rank.get(char, len(self._order) // 2)
        near = self._order[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS + 1]
        return dice.choice([other for other in near if other != char])


def share_right(search: Search, questions: Sequence[Question]) -> float:
    """The share of questions whose first clause is one that answers."""
    right = 0
    for text, clauses in questions:
        hits = search.search(text).hits
        right += bool(hits) and hits[0].clause.number in clauses
    return right / len(questions)


def with_slips(search: Search, questions: Sequence[Question], pen: Pen, kind: str, seeds: int) -> float:
    """The mean share right over `seeds` draws of one slip a question."""
    shares = []
    for seed in range(seeds):
        dice = random.Random(f"{kind}{seed}")
        shares.append(share_right(search, [(pen.slip(text, kind, dice), right) for text, right in questions]))
    return sum(shares) / seeds


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in chosen.questions.read_text("utf-8").splitlines()]
    questions = [(row["q"], frozenset(row["clauses"])) for row in rows if row["kind"] == "clause"]
    documents, phrases = load_documents(ROOT), load_phrases(ROOT)
    search = Search(documents, phrases, Segmenter(policy_words(documents, phrases)))
    pen = Pen([*(one.text for one in phrases.phrasings), *(text for text, _ in questions)])
    clean, total = share_right(search, questions), 0.0
    print(f"clean    {clean:.4f}")
    for kind in KINDS:
        right = with_slips(search, questions, pen, kind, chosen.seeds)
        total += right
        print(f"{kind:8} {right:.4f}  cost {clean - right:.4f}")
    print(f"mean cost {clean - total / len(KINDS):.4f}")


if __name__ == "__main__":
    main()
