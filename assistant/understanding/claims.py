"""What single words claim of the applicant, before it is settled which claims stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.domain.document import Span
from assistant.domain.fact import Bound, FactSource, FactValue
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
