"""Answers that only quote: the clause found for a question, its plain note, and what stands near it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.citations import Citations, passage, quotes_of
from assistant.answering.library import Library
from assistant.domain.answer import Block
from assistant.domain.document import ClauseId, Span


class Retrieved:
    """Says what a clause says."""

    def __init__(self, library: Library, citations: Citations) -> None:
        self._library = library
        self._citations = citations
        self._say = library.wording.say

    def clause(
        self, clause: ClauseId, sentence: Span | None, entitlements: tuple[str, ...] = (), again: bool = False
    ) -> Iterator[Block]:
        """The plain note first, if not `again`, then the clause word for word; `sentence` is the part that answers."""
        name, heading = self._library.name(clause), self._library.heading(clause)
        note = self._library.rulebook.notes.get(clause)
        if again:
            yield Block("note", self._say("clause.again", clause=name, heading=heading))
        elif note is not None:
            yield Block("note", self._say("clause.explained", clause=name, heading=heading, note=note.text))
        else:
            yield Block("note", self._say("clause.answer", clause=name, heading=heading))
        granted = entitlements[0] if len(entitlements) == 1 else None
        yield self.quote(clause, sentence or self.passage(clause, entitlements), granted)

    def basis(self, clause: ClauseId) -> Iterator[Block]:
        """The document by its full name, and the whole clause."""
        document = self._library.document(clause)
        slots = {"title": document.title, "number": document.number, "clause": self._library.clause(clause).label}
        yield Block("note", self._say("why.basis", **slots))
        yield self.quote(clause, Span(0, len(self._library.clause(clause).text)))

    def quote(self, clause: ClauseId, span: Span, entitlement: str | None = None) -> Block:
        """The words at `span`, cited."""
        mark = self._citations.cite(clause, span)
        quote = span.of(self._library.clause(clause).text)
        said = self._say("clause.quote", mark=mark, clause=self._library.name(clause), quote=quote)
        return Block("clause", said, entitlement)

    def also(self, clause: ClauseId, span: Span) -> Block:
        """Another clause that touches the question."""
        mark = self._citations.cite(clause, span)
        quote = span.of(self._library.clause(clause).text)
        return Block("clause", self._say("clause.also", mark=mark, clause=self._library.name(clause), quote=quote))

    def passage(self, clause: ClauseId, entitlements: tuple[str, ...]) -> Span:
        """The part of the clause that the entitlements, or else its note, quote."""
        quotes = [quote for name in entitlements for quote in quotes_of(self._library, name)]
        note = self._library.rulebook.notes.get(clause)
        if not quotes and note is not None:
            quotes = list(note.quotes)
        return passage(self._library.clause(clause), quotes)
