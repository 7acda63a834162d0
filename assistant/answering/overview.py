"""What somebody may have: all entitlements in groups, the settled ones with their reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.answering.display import Display
from assistant.answering.explanation import Explanation
from assistant.answering.grounds import opposing
from assistant.answering.library import Library
from assistant.domain.answer import Block
from assistant.domain.proof import Decision, Outcome

ORDER: Final = (Outcome.MET, Outcome.NEEDS_DETERMINATION, Outcome.DIVERGENT, Outcome.NEEDS_FACTS, Outcome.NOT_MET)
"""The groups of an overview, best first."""
SHOWN_OPEN: Final = 6
"""How many of the entitlements still open an overview names."""
BRIEF: Final = 3
"""How many entitlements a brief overview names."""


class Overview:
    """Lists decisions in groups."""

    def __init__(self, library: Library, display: Display, explanation: Explanation) -> None:
        self._library = library
        self._display = display
        self._explanation = explanation
        self._say = library.wording.say

    def full(self, decisions: Sequence[Decision], known: frozenset[str]) -> Iterator[Block]:
        """Entitlements under their outcomes: all that are settled, and of those still open the likeliest."""
        yield Block("heading", self._say("list.heading"))
        for outcome in ORDER:
            group = [decision for decision in decisions if decision.outcome is outcome]
            if outcome is Outcome.NEEDS_FACTS:
                yield from self._open(group, known)
            else:
                yield from (Block("list_item", self._line(decision), decision.entitlement) for decision in group)

    def common(self, decisions: Sequence[Decision]) -> Iterator[Block]:
        """For somebody of whom nothing is known: what most people ask about, and that he may tell of himself."""
        yield Block("heading", self._say("list.heading_unknown", count=len(decisions)))
        by_name = {decision.entitlement: decision for decision in decisions}
        chosen = [by_name[name] for name in self._library.wording.texts("common") if name in by_name]
        for decision in chosen or decisions[:SHOWN_OPEN]:
            yield Block("list_item", self._described("list.common", decision), decision.entitlement)
        yield Block("offer", self._say("list.tell_me"))

    def choice(self, decisions: Sequence[Decision]) -> Iterator[Block]:
        """Entitlements of one matter, each in half a sentence, of which one is to be chosen."""
        yield Block("heading", self._say("list.heading_choice", count=len(decisions)))
        for decision in decisions:
            yield Block("list_item", self._described("list.common", decision), decision.entitlement)
        yield Block("offer", self._say("offer.topics"))

    def brief(self, decisions: Sequence[Decision], known: frozenset[str]) -> Iterator[Block]:
        """The few entitlements that what is known speaks for most."""
        names = [self._item(decision) for decision in self.likely(decisions, known)]
        if names:
            yield Block("list_item", self._say("list.brief", items=self._library.wording.join(names)))
        else:
            yield Block("list_item", self._say("list.brief_nothing"))

    def likely(self, decisions: Sequence[Decision], known: frozenset[str]) -> tuple[Decision, ...]:
        """Those not ruled out, by how much of what is known they care about; at most three."""
        alive = [d for d in decisions if d.outcome is not Outcome.NOT_MET and self._care(d, known)[0] < 0]
        return tuple(sorted(alive, key=lambda decision: self._care(decision, known))[:BRIEF])

    def _open(self, group: Sequence[Decision], known: frozenset[str]) -> Iterator[Block]:
        """The likeliest of those still open, and how many more there are."""
        shown = sorted(group, key=lambda decision: self._care(decision, known))[:SHOWN_OPEN]
        for decision in shown:
            yield Block("list_item", self._described("list.open", decision), decision.entitlement)
        if len(group) > len(shown):
            yield Block("list_item", self._say("list.more", count=len(group) - len(shown)))

    def _described(self, key: str, decision: Decision) -> str:
        """An entitlement with half a plain sentence, where the wording has one."""
        name = f"plain.{decision.entitlement}"
        plain = self._say(name) if self._library.wording.has(name) else ""
        slots = {"label": decision.label, "clause": self._library.name(decision.clause), "plain": plain}
        return self._say(key if plain else f"{key}_plain", **slots)

    def _care(self, decision: Decision, known: frozenset[str]) -> tuple[int, float]:
        """Less is better: how much of what is known the entitlement cares about, and the share of its facts."""
        needed = self._library.facts_of(decision.entitlement)
        return -len(needed & known), -len(needed & known) / (len(needed) or 1)

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
        """What rules it out first of all, in a few words."""
        for short in decision.short_by[:1]:
            have, need = (self._display.amount(value, short.unit) for value in (short.have, short.need))
            return self._say("list.short", fact=self._display.name(short.fact), have=have, need=need)
        grounds = [ground for ground in opposing(decision.proof) if ground.value is not None]
        return self._explanation.fact_in_words(grounds[0]) if grounds else ""
