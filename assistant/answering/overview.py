"""What somebody may have: all entitlements in groups, the settled ones with their reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.answering.explanation import Explanation
from assistant.answering.grounds import opposing
from assistant.answering.library import Library
from assistant.domain.answer import Block
from assistant.domain.proof import Decision, Outcome

ORDER: Final = (Outcome.MET, Outcome.NEEDS_DETERMINATION, Outcome.DIVERGENT, Outcome.NEEDS_FACTS, Outcome.NOT_MET)
"""The groups of an overview, best first."""
BRIEF: Final = 3
"""How many entitlements a brief overview names."""


class Overview:
    """Lists decisions in groups."""

    def __init__(self, library: Library, explanation: Explanation) -> None:
        self._library = library
        self._explanation = explanation
        self._say = library.wording.say

    def full(self, decisions: Sequence[Decision]) -> Iterator[Block]:
        """Every entitlement under its outcome; those still open share one line."""
        settled = [decision for decision in decisions if decision.settled]
        yield Block("heading", self._say("list.heading" if settled else "list.heading_unknown"))
        for outcome in ORDER:
            group = [decision for decision in decisions if decision.outcome is outcome]
            if outcome is Outcome.NEEDS_FACTS:
                yield from self._open(group)
            else:
                yield from (Block("list_item", self._line(decision), decision.entitlement) for decision in group)

    def brief(self, decisions: Sequence[Decision], known: frozenset[str]) -> Iterator[Block]:
        """The few entitlements that what is known speaks for most."""
        names = [self._item(decision) for decision in self.likely(decisions, known)]
        if names:
            yield Block("list_item", self._say("list.brief", items=self._library.wording.join(names)))
        else:
            yield Block("list_item", self._say("list.brief_nothing"))

    def likely(self, decisions: Sequence[Decision], known: frozenset[str]) -> tuple[Decision, ...]:
        """Those not ruled out, by how much of what is known they care about; at most three."""

        def care(decision: Decision) -> tuple[int, float]:
            needed = self._library.facts_of(decision.entitlement)
            return -len(needed & known), -len(needed & known) / (len(needed) or 1)

        alive = [d for d in decisions if d.outcome is not Outcome.NOT_MET and care(d)[0] < 0]
        return tuple(sorted(alive, key=care)[:BRIEF])

    def _open(self, group: Sequence[Decision]) -> Iterator[Block]:
        """Those still open, a line for each kind of effect."""
        lines: dict[str, list[str]] = {}
        for decision in group:
            effect = self._library.entitlement(decision.entitlement).effect
            lines.setdefault(effect, []).append(self._item(decision))
        for effect, items in lines.items():
            shown = self._library.wording.join(items)
            yield Block("list_item", self._say("list.open", effect=effect, items=shown))

    def _item(self, decision: Decision) -> str:
        return self._say("list.open_item", label=decision.label, clause=self._library.name(decision.clause))

    def _line(self, decision: Decision) -> str:
        by = self._library.wording.join(list(dict.fromkeys(d.by for d in decision.determinations)))
        reason = self._reason(decision) if decision.outcome is Outcome.NOT_MET else ""
        plain = decision.outcome is Outcome.NOT_MET and not reason
        return self._say(
            f"list.{decision.outcome.value}" + ("_plain" if plain else ""),
            label=decision.label,
            clause=self._library.name(decision.clause),
            by=by,
            reason=reason,
        )

    def _reason(self, decision: Decision) -> str:
        """The facts that rule it out, in a few words."""
        grounds = [g for g in opposing(decision.proof) if g.value is not None or g.law]
        facts = [self._explanation.fact_in_words(ground).rstrip("。") for ground in grounds]
        return self._library.wording.join(list(dict.fromkeys(facts))[:2])
