"""What people say, and the facts that it gives: one case an utterance, scored as docs/contract.md says."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.fact import FactValue
from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)
UTTERANCES = Path(__file__).parent / "utterances"
TOGETHER = 40
CASES: dict[str, list[dict[str, Any]]] = {}
"""The cases by their file, some dozens together, each named by its first: thousands of tests alone take long."""
for path in sorted(UTTERANCES.glob("*.jsonl")):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    CASES.update({f"{path.stem}-{lines[at]['id']}": lines[at : at + TOGETHER] for at in range(0, len(lines), TOGETHER)})

ANSWERS: dict[str, list[dict[str, Any]]] = defaultdict(list)
"""Plain answers and statements by what was asked: thousands, and so collected by the question, not one by one."""
for path in sorted((UTTERANCES / "yesno").glob("*.jsonl")):
    for line in path.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        ANSWERS[f"{path.stem}-{answer['asked'] or 'unasked'}"].append(answer)


def _same(a: FactValue | None, b: FactValue) -> bool:
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) < 0.26
    return a == b


def _defensible(fact: str, value: FactValue, case: Mapping[str, Any]) -> bool:
    """Whether a fact that the case does not list follows from what it lists."""
    wanted = case["facts"]
    if fact in case.get("absent", ()):
        return False
    if fact in case.get("perhaps", {}):  # it need not be understood, but if it is, then rightly
        return _same(value, case["perhaps"][fact])
    return (
        fact in case.get("optional", ())
        or fact.startswith("evaluation_mode_")
        or (fact in {"professional_post", "grassroots_experience"} and value is True)
        or (fact == "township_years" and _same(value, wanted.get("township_continuous_years", -1)))
        or (fact == "annual_excellent" and value is True and wanted.get("excellent_streak", 0) >= 1)
    )


def _amiss(case: Mapping[str, Any], reader: Reader) -> list[str]:
    """What is read otherwise than the case wants, in words."""
    reading = reader.read(case["q"], Context(case["asked"], AS_OF, case.get("known") or {}))
    facts = reading.facts
    missed = [
        f"{fact}: {facts.get(fact)!r}, not {value!r}"
        for fact, value in case["facts"].items()
        if not _same(facts.get(fact), value)
    ]
    others = {k: v for k, v in facts.items() if k not in case["facts"] and not _defensible(k, v, case)}
    bounds = {fact: [bound.at_least, bound.below] for fact, bound in reading.bounds.items()}
    if bounds != case.get("bounds", bounds):
        missed.append(f"bounds {bounds}, not {case['bounds']}")
    return missed + [f"{fact}: {value!r}, unasked for" for fact, value in others.items()]


@pytest.mark.parametrize("first", CASES)
def test_an_utterance_gives_its_facts_and_no_others(first: str, reader: Reader) -> None:
    assert CASES[first]
    assert not {(case["id"], case["q"]): amiss for case in CASES[first] if (amiss := _amiss(case, reader))}


@pytest.mark.parametrize(
    "question",
    # half of them wait for the whole run: the fast part is to stay fast
    [pytest.param(each, marks=[pytest.mark.slow] if each.startswith("second-") else []) for each in ANSWERS],
)
def test_answers_to_one_question_give_their_facts_and_no_others(question: str, reader: Reader) -> None:
    assert not {case["q"]: amiss for case in ANSWERS[question] if (amiss := _amiss(case, reader))}
