"""What a conversation needs from the parts around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from assistant.domain.event import Event
from assistant.domain.fact import Case, KnownFact
from assistant.domain.proof import Decision, ProofNode
from assistant.domain.utterance import Reading
from assistant.retrieval.search import SearchResult
from assistant.understanding.reading import Context


class EventStore(Protocol):
    """Where logs are kept. Appending is atomic; `ConversationNotFound` for one that is not there or was erased."""

    async def create(self, conversation: str) -> None:
        """A new, empty log."""

    async def append(self, conversation: str, events: Sequence[Event], client_id: str | None = None) -> None:
        """Add to the log; `TurnConflict` where one of the numbers is taken."""

    async def read(self, conversation: str, after: int = 0) -> list[Event]:
        """The events numbered above `after`, in order."""

    async def turn_of(self, conversation: str, client_id: str) -> int | None:
        """The turn that was sent under this client id, if any."""

    async def delete(self, conversation: str) -> None:
        """Erase the log."""


class Reads(Protocol):
    """What understands utterances (`understanding.reading.Reader`)."""

    def read(self, text: str, context: Context) -> Reading:
        """What the utterance says."""


class Searches(Protocol):
    """What finds clauses (`retrieval.search.Search`)."""

    def search(self, query: str, limit: int = 10, as_of: date | None = None) -> SearchResult:
        """Clauses, best first, or a refusal."""


class Reasons(Protocol):
    """What decides (`reasoning.reasoner.Reasoner`)."""

    def check(self, case: Case) -> None:
        """FactError for facts that cannot be."""

    def decide(self, entitlement: str, case: Case, as_of: date) -> Decision:
        """The decision on one entitlement."""

    def decide_all(self, case: Case, as_of: date, entitlements: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """The decisions on these entitlements, or on all."""

    def next_question(self, case: Case, as_of: date, topic: Sequence[str] = ()) -> str | None:
        """The fact most worth asking for."""

    def branch(self, entitlement: str, fact: str, case: Case, as_of: date) -> tuple[ProofNode, ...]:
        """The proof's nodes down to the leaf that waits for `fact`."""

    def derive(self, case: Case, as_of: date) -> Mapping[str, KnownFact]:
        """The facts that follow from others."""
