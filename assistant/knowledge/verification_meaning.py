"""What the rules come to over every possible applicant: nothing that can never be, or never matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from assistant.domain.fact import Fact
from assistant.domain.rule import RuleBook


def check_meaning(book: RuleBook, facts: Mapping[str, Fact], day: date) -> Iterator[tuple[str, str]]:
    """Entitlements, conditions, exceptions and readings that cannot make a difference on `day`."""
    yield from ()
