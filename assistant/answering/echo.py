"""What was understood, said back once: new facts, corrections, and whatever was inferred rather than said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.answering.display import Display
from assistant.answering.wording import Wording
from assistant.domain.answer import Block, Change
from assistant.domain.fact import Bound, FactValue, KnownFact


class Echo:
    """Says back what a turn changed."""

    def __init__(self, display: Display, wording: Wording) -> None:
        self._display = display
        self._wording = wording
        self._say = wording.say

    def changes(
        self,
        changes: Sequence[Change],
        facts: Mapping[str, KnownFact],
        bounds: Mapping[str, Bound],
        who: str = "",
    ) -> Iterator[Block]:
        """`facts` are all now known, `bounds` those that this turn brought; `who` names somebody else."""
        yield from self._understood(changes, bounds, who)
        for change in changes:
            if change.op == "corrected" and change.value is not None and change.previous is not None:
                now = self._display.value(change.fact, change.value)
                before = self._display.value(change.fact, change.previous)
                yield Block("changed", self._say("changed", fact=now, previous=before))
        gone = [self._display.name(c.fact) for c in changes if c.op == "retracted" and c.fact not in bounds]
        if gone:
            yield Block("changed", self._say("retracted", facts=self._wording.join(gone)))
        yield from self._inferred(changes, facts)

    def supposed(self, facts: Mapping[str, FactValue]) -> Block:
        """The facts of a what-if."""
        shown = self._wording.join([self._display.value(fact, value) for fact, value in facts.items()])
        return Block("understood", self._say("hypothetical.opening", facts=shown))

    def _understood(self, changes: Sequence[Change], bounds: Mapping[str, Bound], who: str) -> Iterator[Block]:
        new = [self._display.value(c.fact, c.value) for c in changes if c.op == "set" and c.value is not None]
        hedged = [self._display.bound(fact, bound) for fact, bound in bounds.items()]
        if new or hedged:
            shown = self._wording.join(new + hedged)
            said = self._say("understood_of", facts=shown, who=who) if who else self._say("understood", facts=shown)
            yield Block("understood", said)

    def _inferred(self, changes: Sequence[Change], facts: Mapping[str, KnownFact]) -> Iterator[Block]:
        inferred = [
            self._reasoned(change.fact, facts[change.fact])
            for change in changes
            if change.op != "retracted" and change.fact in facts and facts[change.fact].source == "derived"
            if change.fact not in self._wording.texts("obvious")
        ]
        if inferred:
            yield Block("inferred", self._say("inferred", facts=self._wording.join(inferred)))

    def _reasoned(self, fact: str, known: KnownFact) -> str:
        shown = self._display.value(fact, known.value)
        if not known.reason:
            return self._say("inferred_plain", fact=shown)
        return self._say("inferred_reason", fact=shown, reason=known.reason.rstrip("。"))
