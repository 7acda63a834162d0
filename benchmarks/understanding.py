"""How long understanding takes, of ordinary and of long messages: processor time, beside jieba's cutting of the same.

    python benchmarks/understanding.py [UTTERANCES.jsonl …] [--each 100] [--seed 1]

A line of UTTERANCES holds `q`, and where they matter `asked`, `answered` and `known`, as those of
`tests/understanding/utterances` do, which are read where no path is given. The long texts are made of them, each in the
context of an utterance drawn with it. Figures of one run: docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import jieba

from assistant.knowledge.documents import load_documents
from assistant.knowledge.lexicon import load_lexicon
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.understanding.reading import Context, Reader

ROOT: Final = Path(__file__).parents[1]
UTTERANCES: Final = ROOT / "tests" / "understanding" / "utterances"
AS_OF: Final = date(2026, 11, 24)
LONG: Final = 2_000
"""As many characters are taken at once (docs/contract.md)."""


class Said(NamedTuple):
    """A text, and the context in which it is said."""

    text: str
    context: Context


Maker = Callable[[Sequence[Said], str, random.Random], str]
"""Makes a long text of utterances and the text of the policy."""


def _joined(marks: str) -> Maker:
    def make(said: Sequence[Said], _: str, dice: random.Random) -> str:
        return "".join(dice.choice(said).text + (dice.choice(marks) if marks else "") for _ in range(LONG))

    return make


def _repeated(mark: str) -> Maker:
    return lambda said, _, dice: (dice.choice(said).text + mark) * LONG


def _cut_short(said: Sequence[Said], _: str, dice: random.Random) -> str:
    return "".join(dice.choice(said).text[: dice.randint(1, 5)] + "," * dice.randint(1, 9) for _ in range(LONG))


def _pasted(_: Sequence[Said], policy: str, dice: random.Random) -> str:
    start = dice.randrange(len(policy))
    return (policy[start:] + policy) * (LONG // len(policy) + 1)


def _shuffled(said: Sequence[Said], _: str, dice: random.Random) -> str:
    return "".join(dice.choice(dice.choice(said).text) for _ in range(LONG))


def _numbers(_: Sequence[Said], __: str, dice: random.Random) -> str:
    return "".join(f"{dice.randrange(3000)}{dice.choice('年岁月次个,.-')}" for _ in range(LONG))


KINDS: Final[Mapping[str, Maker]] = {
    "utterances, with commas": _joined(","),
    "utterances, any marks": _joined(",。？！;\n "),
    "utterances, no marks": _joined(""),
    "one utterance repeated": _repeated(""),
    "one repeated, with commas": _repeated(","),
    "cut short, runs of commas": _cut_short,
    "text of the policy": _pasted,
    "characters at random": _shuffled,
    "numbers and units": _numbers,
}


def utterances(paths: Sequence[Path]) -> list[Said]:
    """What is said in the files, in the contexts told there."""
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Said(str(row["q"]), _context(row)) for row in rows if row.get("q")]


def _context(row: Mapping[str, Any]) -> Context:
    return Context(row.get("asked"), AS_OF, row.get("known") or {}, answered=row.get("answered"))


def long_texts(kind: str, said: Sequence[Said], policy: str, count: int, dice: random.Random) -> list[Said]:
    """So many texts of that kind, all of the same length."""
    return [Said(KINDS[kind](said, policy, dice)[:LONG], dice.choice(said).context) for _ in range(count)]


def seconds(work: Callable[[], object]) -> float:
    """The processor time that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, texts: Sequence[Said], reader: Reader) -> str:
    """A line of the table: milliseconds, microseconds a character, and how many times jieba's own."""
    ours = sorted(seconds(lambda one=one: reader.read(*one)) for one in texts)  # type: ignore[misc]
    cutting = sum(seconds(lambda one=one: jieba.lcut(one.text)) for one in texts)  # type: ignore[misc]
    middle, high, worst = (ours[int(part * (len(ours) - 1))] * 1e3 for part in (0.5, 0.99, 1))
    each = sum(ours) / sum(len(one.text) for one in texts) * 1e6
    times = sum(ours) / max(cutting, 1e-9)
    return f"| {name} | {len(texts)} | {middle:.1f} | {high:.1f} | {worst:.1f} | {each:.0f} | {times:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("utterances", type=Path, nargs="*")
    parser.add_argument("--each", type=int, default=100, help="long texts of each kind")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    documents, facts = load_documents(ROOT), load_facts(ROOT)
    reader = Reader(load_lexicon(ROOT, facts, load_rulebook(ROOT, documents, facts)))
    policy = "".join(clause.text for document in documents for clause in document.clauses)
    said, dice = utterances(chosen.utterances or sorted(UTTERANCES.glob("*.jsonl"))), random.Random(chosen.seed)
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    for one in said[:100]:  # the first ones wait for what is made ready once
        reader.read(*one)
    gc.freeze()  # as the server does: the collector does not walk the words and rules in mid-answer
    print(f"python {sys.version.split()[0]}, jieba {jieba.__version__}, seed {chosen.seed}\n")
    print("| processor time | texts | p50 ms | p99 ms | worst ms | µs a character | times jieba |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(row("ordinary utterances", said, reader))
    for kind in KINDS:
        print(row(kind, long_texts(kind, said, policy, chosen.each, dice), reader), flush=True)


if __name__ == "__main__":
    main()
