"""The published cases of other projects that an applicant could say; see cases/README.md for sources and licences."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.text.dates import find_dates
from assistant.text.normalise import normalise
from assistant.text.numerals import find_numerals
from assistant.text.quantities import find_quantities

CASES = Path(__file__).parent / "cases"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def numerals(text: str, _: dict[str, Any]) -> list[list[Any]]:
    return [[n.span.of(text), n.value] for n in find_numerals(text) if n.value is not None]


def spans(text: str, _: dict[str, Any]) -> list[list[Any]]:
    return [[n.span.of(text), n.value, n.low, n.high] for n in find_numerals(text)]


def quantities(text: str, _: dict[str, Any]) -> list[list[Any]]:
    return [[q.span.of(text), q.kind, q.value] for q in find_quantities(text)]


def nothing(text: str, _: dict[str, Any]) -> list[list[Any]]:
    return [[q.span.of(text)] for q in find_quantities(text) if q.kind not in ("count", "reference")]


def dates(text: str, case: dict[str, Any]) -> list[list[Any]]:
    found = find_dates(text, date.fromisoformat(case["as_of"]))
    return [[m.span.of(text), m.kind, m.start and str(m.start), m.end and str(m.end)] for m in found]


READERS: dict[str, Callable[[str, dict[str, Any]], list[list[Any]]]] = {
    reader.__name__: reader for reader in (numerals, spans, quantities, nothing, dates)
}


@pytest.mark.parametrize("case", lines("passed.jsonl"), ids=lambda case: f"{case['source']} {case['input'][:24]}")
def test_a_published_case_is_read_as_its_source_says(case: dict[str, Any]) -> None:
    assert READERS[case["read"]](normalise(case["input"]).text, case) == case.get("expect", [])


@pytest.mark.parametrize("case", lines("left_out.jsonl"), ids=lambda case: f"{case['source']} {case['input'][:24]}")
def test_a_case_that_is_left_out_says_why_and_still_reads_without_error(case: dict[str, Any]) -> None:
    text = normalise(case["input"]).text
    assert len(case["reason"]) >= 8
    find_quantities(text)
    find_dates(text, date(2026, 11, 24))
