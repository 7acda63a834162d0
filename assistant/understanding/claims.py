"""What single words claim of the applicant, before it is settled which claims stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.domain.document import Span
from assistant.domain.fact import Bound, Fact, FactSource, FactValue
from assistant.understanding.scene import Standing


@dataclass(frozen=True, slots=True)
class Claim:
    """One value (or bound) of one fact, and where its words stand.

    `negated`: the applicant does not have it. `standing` tells a statement from a supposition. `weak`: any other claim
    beats it. `since`: the last day from which the number can have grown, where a date was said.
    """

    fact: str
    value: FactValue | None
    span: Span
    standing: Standing = Standing.STATED
    negated: bool = False
    bound: Bound | None = None
    source: FactSource = "said"
    reason: str = ""
    weak: bool = False
    since: date | None = None

    def can_be_of(self, fact: Fact) -> bool:
        """Whether the value, where it is a number, is one that the fact can have."""
        if fact.type != "number" or not isinstance(self.value, int | float):
            return True
        low = fact.minimum is None or self.value >= fact.minimum
        return low and (fact.maximum is None or self.value <= fact.maximum)

    def differs_from(self, known: FactValue | None) -> bool:
        """Whether it tells another value than the one known, and not only denies one."""
        if self.negated:
            return False
        if self.value is None and self.bound is not None and isinstance(known, int | float):
            return not self.bound.admits(known)
        return self.value is not None and self.value != known
