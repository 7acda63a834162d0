"""The documents, rules, facts and wording that answers are made of, looked up by their ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answering.wording import Wording
from assistant.domain.document import Clause, ClauseId, Document
from assistant.domain.fact import Fact
from assistant.domain.rule import Comparison, Entitlement, RuleBook, leaves


@dataclass(frozen=True)
class Library:
    """What there is to quote and to say."""

    documents: Sequence[Document]
    rulebook: RuleBook
    facts: Mapping[str, Fact]
    wording: Wording

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _clauses(self) -> Mapping[ClauseId, Clause]:
        return {clause.id: clause for document in self.documents for clause in document.clauses}

    @cached_property
    def _conditions(self) -> Mapping[str, tuple[Comparison, ...]]:
        return {
            entitlement.id: tuple(
                leaf
                for condition in (*entitlement.premises, *entitlement.requirements, *entitlement.exceptions)
                for leaf in leaves(condition)
            )
            for entitlement in self.rulebook.entitlements.values()
        }

    def document(self, clause: ClauseId) -> Document:
        """The document that the clause stands in."""
        return self._documents[clause.document]

    def clause(self, clause: ClauseId) -> Clause:
        """The clause of that id."""
        return self._clauses[clause]

    def numbered(self, number: int) -> tuple[ClauseId, ...]:
        """The clauses of that number, one a document at most, in the documents' order."""
        found = (document.clause(number) for document in self.documents)
        return tuple(clause.id for clause in found if clause is not None)

    def entitlement(self, entitlement: str) -> Entitlement:
        """The entitlement of that id."""
        return self.rulebook.entitlements[entitlement]

    def entitlements_of(self, clause: ClauseId) -> tuple[str, ...]:
        """The entitlements that a clause grants, in the order of the rules."""
        return tuple(e.id for e in self.rulebook.entitlements.values() if e.clause == clause)

    def conditions(self, entitlement: str) -> tuple[Comparison, ...]:
        """Every comparison that the entitlement depends on."""
        return self._conditions[entitlement]

    def facts_of(self, entitlement: str) -> frozenset[str]:
        """The facts that the entitlement depends on, those that these are derived from, and those that bound them."""
        direct = {condition.fact for condition in self.conditions(entitlement)}
        origins = {origin for fact in direct for origin in self.facts[fact].derived_from}
        bounds = {law.larger for law in self.rulebook.laws if law.smaller in direct}
        return frozenset(direct | origins | bounds)

    def needing(self, fact: str) -> tuple[str, ...]:
        """The entitlements that depend on the fact."""
        return tuple(name for name in self.rulebook.entitlements if fact in self.facts_of(name))

    def name(self, clause: ClauseId) -> str:
        """What people call the clause; with its document where there are several."""
        label = self.clause(clause).label
        if len(self.documents) == 1:
            return label
        return self.wording.say("clause.label", document=self.document(clause).title, clause=label)

    def heading(self, clause: ClauseId) -> str:
        """An officer's short heading of the clause, else its own."""
        return self.rulebook.headings.get(clause) or self.clause(clause).title
