"""Policy documents as published: clauses that know their place and their offsets in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DocumentStatus = Literal["in_force", "trial", "repealed"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `start` included and `end` not.

    >>> Span(1, 3).of("abcd")
    'bc'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class ClauseId:
    """Which clause: the document's id and the clause's number, unique within the document."""

    document: str
    number: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, with the torn lines of the publication joined again.

    `label` is what people call it (第12条). `path` holds the headings above it, outermost first. `title` is its
    heading sentence, or the nearest heading above. `offsets[i]` is the offset in the source of `text[i]`, so that any
    quote can be pointed at in the text as published. `paragraphs` are spans of `text`.
    """

    id: ClauseId
    label: str
    title: str
    text: str
    path: tuple[str, ...] = ()
    offsets: tuple[int, ...] = ()
    paragraphs: tuple[Span, ...] = ()

    def find(self, quote: str) -> Span | None:
        """Where `quote` stands word for word in the clause, or None."""
        start = self.text.find(quote)
        return None if start < 0 or not quote else Span(start, start + len(quote))


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document with its head and its clauses in order.

    `head` holds the fields of the publication (文号, 发文机关 …) by their published names. `status` is what the
    metadata says of its force; `in_force_from`/`in_force_until` bound it (until is exclusive, None is open).
    """

    id: str
    title: str
    number: str
    issuer: str
    issued: date | None
    status: DocumentStatus
    clauses: tuple[Clause, ...]
    head: Mapping[str, str] = field(default_factory=dict)
    preamble: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    source: str = ""
    checked: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the document is in force on `day`, as far as its metadata says."""
        if self.status == "repealed" and self.in_force_until is None:
            return False
        after = self.in_force_from is None or self.in_force_from <= day
        return after and (self.in_force_until is None or day < self.in_force_until)

    def clause(self, number: int) -> Clause | None:
        """The clause of that number, or None."""
        return next((clause for clause in self.clauses if clause.id.number == number), None)
