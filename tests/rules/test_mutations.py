"""Change any threshold, relation, value, exception, joint, date or quote of any rule: a check or an example fails."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.knowledge.grammar.sentence import RELATIONS
from assistant.knowledge.verification import verify
from assistant.knowledge.vocabulary import load_facts

ROOT = Path(__file__).parents[2]
RULES = "rules/jl-2016-44.md"
LINES = (ROOT / RULES).read_text(encoding="utf-8").splitlines()
VALUES = {name: fact.values for fact in load_facts(ROOT).values() for name in (fact.label, fact.name)}
SWAPPED = {"任一满足": "全部满足", "全部满足": "任一满足"}


def conditions() -> Iterator[int]:
    """The lines between the fences that state a condition, by their number from 0."""
    inside, doubts = False, False
    for number, line in enumerate(LINES):
        if line.startswith("```"):
            inside, doubts = line == "```yaml", False
        elif inside and re.match(r"\S", line):
            doubts = line.startswith(("待核对", "说明", "引文", "选项", "问题"))
            if re.match("施行|失效", line):
                yield number
        elif inside and not doubts:
            yield number


def mutants() -> Iterator[tuple[int, str | None, str]]:
    """Line number, what it becomes (None: the line goes), and what was done to it."""
    for number in conditions():
        line = LINES[number]
        body, quote = line.split("「")[0], line[len(line.split("「")[0]) :]
        for changed, how in (*thresholds(body), *relations(body), *values(body), *joints(body), *dates(body)):
            yield number, changed + quote, how
        if quote:
            yield number, body + quote.replace(quote[1], "某", 1), "quote"
        if line.lstrip().startswith("- ") and not line.rstrip().endswith(":"):
            yield number, None, "left out"


def thresholds(body: str) -> Iterator[tuple[str, str]]:
    if match := re.search(r" (\d+) (年|周岁)", body):
        for step in (-1, 1):
            yield body.replace(match[1], str(int(match[1]) + step)), f"threshold {step:+d}"


def relations(body: str) -> Iterator[tuple[str, str]]:
    for relation in RELATIONS:
        if f" {relation} " in body:
            alternatives = ("属于", "不属于") if "属于" in relation else ("不少于", "多于", "不多于", "少于")
            for other in alternatives:
                if RELATIONS[other] != RELATIONS[relation]:
                    yield body.replace(f" {relation} ", f" {other} "), f"{relation} becomes {other}"


def values(body: str) -> Iterator[tuple[str, str]]:
    match = re.search(r"(?:- |: )(?P<fact>\S+) 不?属于 (?P<values>\S+)", body)
    if not match:
        return
    said = match["values"].split("、")
    for value in VALUES[match["fact"]]:
        others = [v for v in said if v != value] if value in said else [*said, value]
        if others:
            yield body.replace(match["values"], "、".join(others)), f"{value} in or out"


def joints(body: str) -> Iterator[tuple[str, str]]:
    for word, other in SWAPPED.items():
        if f"- {word}" in body:
            yield body.replace(word, other), f"{word} becomes {other}"


def dates(body: str) -> Iterator[tuple[str, str]]:
    if match := re.search(r"(\d{4})-(\d\d)-(\d\d)", body):
        yield body.replace(match[0], f"{match[1]}-{match[2]}-02"), "a day later"
        yield body.replace(match[0], f"{int(match[1]) - 1}-12-31"), "a day earlier"


def copy_of_knowledge(root: Path) -> Path:
    shutil.copytree(ROOT / "corpus", root / "corpus")
    shutil.copytree(ROOT / "rules", root / "rules")
    return root


@pytest.mark.slow
def test_every_mutation_of_the_rules_is_found(tmp_path: Path) -> None:
    root = copy_of_knowledge(tmp_path)
    survivors, tried = [], 0
    for number, changed, how in mutants():
        lines = [*LINES[:number], *([] if changed is None else [changed]), *LINES[number + 1 :]]
        (root / RULES).write_text("\n".join(lines) + "\n", encoding="utf-8")
        tried += 1
        if not verify(root):
            survivors.append(f"{RULES}:{number + 1}: {how}: {LINES[number].strip()}")
    print(f"\n{tried - len(survivors)} of {tried} mutations found")
    assert tried > 300
    assert not survivors, "\n" + "\n".join(survivors)
