"""Which words around a statement are understood: 本科,正报考研究生 and 候选高级农艺师 hold some that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import Layout
from assistant.understanding.patterns import Pattern
from assistant.understanding.places import Places
from assistant.understanding.trie import Vocabulary

READ: Final = "\0"
"""Stands for a character that is understood; no word holds one, so that words on either side are read apart."""
_REACH: Final = 6
"""How many characters on either side of a statement have to be understood."""


@dataclass(frozen=True)
class Surroundings:
    """A clause in which a fact is stated: `ways` are all the ways to say it, and `harmless` words mean nothing."""

    clause: Clause
    ways: Sequence[Pattern]
    harmless: Vocabulary[str]
    layout: Layout

    def are_unread(self, span: Span) -> bool:
        """Whether a character within reach of the span is neither understood, nor said apart from it, nor harmless."""
        spoken = self._beside(span)
        start, end = span.start - self.clause.span.start, span.end - self.clause.span.start
        begin = spoken.rfind(READ, 0, max(start - _REACH, 0)) + 1
        close = spoken.find(READ, end + _REACH)
        left = _without(self.harmless, spoken[begin:start])
        right = _without(self.harmless, spoken[end : close if close >= 0 else len(spoken)])
        return bool((left[-_REACH:] + right[:_REACH]).replace(READ, "").strip())

    def _beside(self, span: Span) -> str:
        """The clause with marks for the span, for what is understood, and for what is said without touching it."""
        near = list(self._said.overlapping(span))
        if not any(each.start < span.start or span.end < each.end for each in near):
            return self._marked
        whole = Span(min(each.start for each in near), max(each.end for each in near))
        apart = [each for each in self._said.overlapping(whole) if not each.overlaps(span)]
        start, end = (at - self.clause.span.start for at in (whole.start, whole.end))
        again = _with_marks(self._understood[start:end], whole.start, (*apart, span))
        return self._marked[:start] + again + self._marked[end:]

    @cached_property
    def _said(self) -> Places:
        """Where the clause says it."""
        start, text = self.clause.span.start, self.clause.text
        found = (match for each in self.ways if each.possible(text) for match in each.regex.finditer(text))
        return Places(Span(start + match.start(), start + match.end()) for match in found)

    @cached_property
    def _understood(self) -> str:
        return _with_marks(self.clause.text, self.clause.span.start, understood(self.clause, self.layout))

    @cached_property
    def _marked(self) -> str:
        return _with_marks(self._understood, self.clause.span.start, self._said.spans)


def marked(whole: Span, titles: Iterable[Span], mark: str, harmless: Vocabulary[str], layout: Layout) -> str:
    """The words of a span that begins with a clause, with `mark` for titles and READ for all that is understood."""
    known = understood(layout.clause_at(whole.start), layout, whole)
    spoken = _with_marks(_with_marks(whole.of(layout.text), whole.start, known), whole.start, titles, mark)
    return _without(harmless, spoken)


def understood(clause: Clause, layout: Layout, whole: Span | None = None) -> Iterator[Span]:
    """Where numbers stand, and where the clause names units, titles, series and the one whom the facts are of.

    So are the words that say how long one has worked.

    Numbers count in the clause, or in the `whole` that begins with it.
    """
    yield from layout.number_places.overlapping(whole or clause.span)
    lexicon, start = layout.lexicon, clause.span.start
    units, titles = lexicon.units, lexicon.titles
    for words in (units.institutions, units.level_words, units.levels_alone, titles.series, titles.titles):
        for found in words.find(clause.text):
            yield Span(start + found.span.start, start + found.span.end)
    for person in lexicon.persons.others.find(clause.text) if layout.applicant else ():
        if person.meaning == layout.applicant:
            yield Span(start + person.span.start, start + person.span.end)
    yield from layout.spans(lexicon.numbers.service.continuous_cues, clause)
    for name in (name for names in titles.series_names.values() for name in names):
        at = clause.text.find(name)
        if at >= 0:
            yield Span(start + at, start + at + len(name))


def _with_marks(text: str, start: int, spans: Iterable[Span], mark: str = READ) -> str:
    """A text that begins at `start`, with marks for the characters that the spans hold."""
    rest = list(text)
    for span in spans:
        low, high = max(span.start - start, 0), min(span.end - start, len(rest))
        if low < high:
            rest[low:high] = mark * (high - low)
    return "".join(rest)


def _without(harmless: Vocabulary[str], text: str) -> str:
    """The text, with marks for the words that mean nothing."""
    return _with_marks(text, 0, (found.span for found in harmless.find(text)))
