"""Which of a clause's entitlements is meant, and how much the facts said speak for one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from assistant.answering.citations import quotes_of
from assistant.answering.library import Library
from assistant.conversation.lookup import Looked
from assistant.domain.document import ClauseId
from assistant.retrieval.index import grams
from assistant.retrieval.search import Hit

ALIKE: Final = 0.25
"""How near a question must come to a known phrasing for the phrasing to count at all."""
SURELY: Final = 0.5
"""How near it must come for the phrasing alone to tell which entitlement of the clause is meant."""
ALONE: Final = 2
"""What a fact counts that only one entitlement needs."""


class Grants:
    """Tells entitlements apart."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def among(
        self, clause: ClauseId, looked: Looked | None, hit: Hit | None, stated: Collection[str]
    ) -> tuple[str, ...]:
        """Which of the clause's entitlements: by a fact said, a near phrasing, words that only one has; else all."""
        options = self._library.entitlements_of(clause)
        fed = [name for name in options if any(self._alone(name, options, fact) for fact in stated)]
        if len(options) < 2 or looked is None or len(fed) == 1:
            return tuple(fed) if len(fed) == 1 else options
        phrased = (hit.entitlement,) if hit and hit.entitlement else ()
        if phrased and looked.similarity >= SURELY:
            return phrased
        return self._told_apart(options, looked.query) or (phrased if looked.similarity >= ALIKE else ()) or options

    def _alone(self, name: str, options: tuple[str, ...], fact: str) -> bool:
        """Whether of the options this one alone needs the fact."""
        return [other for other in options if fact in self._library.facts_of(other)] == [name]

    def _told_apart(self, options: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The options whose own words the text has most of; none where it has nobody's."""
        said = set(grams(text))
        words = {name: set(grams(self._words(name))) for name in options}
        others = {name: {pair for other in options if other != name for pair in words[other]} for name in options}
        shares = {name: len(said & (words[name] - others[name])) for name in options}
        best = max(shares.values())
        return tuple(name for name in options if best and shares[name] == best)

    def _words(self, entitlement: str) -> str:
        return " ".join((self._library.entitlement(entitlement).label, *quotes_of(self._library, entitlement)))

    def fed(self, entitlement: str, stated: Collection[str]) -> int:
        """How many of the facts the entitlement needs; one that nothing else needs counts for several."""
        needed = self._library.facts_of(entitlement) & set(stated)
        return sum(ALONE if len(self._library.needing(fact)) == 1 else 1 for fact in needed)
