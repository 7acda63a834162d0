"""An utterance laid out: its clauses, numbers and dates, each in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Final, TypeVar

from assistant.domain.document import Span
from assistant.domain.fact import Bound, FactValue
from assistant.text.dates import DateMention, find_dates
from assistant.text.quantities import Quantity, find_quantities
from assistant.text.years import YearList, find_year_lists
from assistant.understanding.clauses import Clause, split
from assistant.understanding.lexicon import Institution, Lexicon
from assistant.understanding.patterns import Pattern, PatternSet
from assistant.understanding.places import Places
from assistant.understanding.trie import Found

LENGTHS: Final = frozenset({"years", "months"})
"""The kinds of numbers that tell how long."""
_WINDOW: Final = 60

Placed = TypeVar("Placed")


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation knows when the words are said.

    `asked` is the fact just asked for; `known` the applicant's facts, and `bounds` those told with a hedge; `topic` the
    entitlements under discussion, first the nearest. `applicant` is who the facts are of, as said; empty for the
    speaker. `answered` is the fact that the applicant gave last when asked for it, and `volunteered` the only one of
    the last utterance, where none was asked for.
    """

    asked: str | None
    as_of: date
    known: Mapping[str, FactValue] = field(default_factory=dict)
    topic: tuple[str, ...] = ()
    applicant: str = ""
    answered: str | None = None
    volunteered: str | None = None
    bounds: Mapping[str, Bound] = field(default_factory=dict)


def speaks_of_assessments(text: str, context: Context, lexicon: Lexicon) -> bool:
    """Whether the yearly assessments are spoken of, or were asked for."""
    streak = lexicon.numbers.streak
    return context.asked in {streak.fact, streak.implied_fact} or text in streak.words


@dataclass(frozen=True)
class Layout:
    """An utterance in its context. `applicant` is whom the facts are of: empty for the speaker."""

    text: str
    lexicon: Lexicon
    context: Context
    applicant: str = ""

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that measure something, in order."""
        words = self.lexicon.numbers
        found = find_quantities(self._put_right(), words.events, words.homophones)
        return tuple(quantity for quantity in found if quantity.kind != "reference")

    def _put_right(self) -> str:
        """The text, with blanks for words that doubt a number elsewhere and put it right in a correction."""
        cues, text = self.lexicon.cues, self.text
        if text in cues.correction:
            return cues.corrected_to.blank(text)
        return text

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, in order."""
        return find_dates(self.text, self.context.as_of, self.lexicon.numbers.events)

    @cached_property
    def date_starts(self) -> list[int]:
        """Where the dates begin, in order."""
        return [mention.span.start for mention in self.dates]

    @cached_property
    def year_lists(self) -> tuple[YearList, ...]:
        """The calendar years that are listed, where years of assessments are spoken of; else none."""
        spoken_of = speaks_of_assessments(self.text, self.context, self.lexicon)
        return find_year_lists(self.text, self.context.as_of) if spoken_of else ()

    @cached_property
    def number_spans(self) -> tuple[Span, ...]:
        """Where numbers and dates stand, and years that are listed."""
        found = [each.span for each in self.quantities] + [each.span for each in self.dates]
        return (*found, *(each.span for each in self.year_lists))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order."""
        return split(self.text, self.number_spans, self.lexicon.cues.dictation)

    @cached_property
    def sentences(self) -> Mapping[int, Sequence[Clause]]:
        """The clauses of each sentence, by its number, in order."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.clauses:
            found[clause.sentence].append(clause)
        return found

    def following(self, clause: Clause) -> Sequence[Clause]:
        """The clauses behind it in its sentence."""
        return [each for each in self.sentences[clause.sentence] if each.index > clause.index]

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.span.start for clause in self.clauses]

    def clause_at(self, at: int) -> Clause:
        """The clause that holds a character, or the one before it."""
        return self.clauses[max(bisect_right(self._starts, at) - 1, 0)]

    def before(self, span: Span) -> str:
        """The words of the span's clause in front of it, as far as they can matter."""
        start = self.clause_at(span.start).span.start
        return self.text[max(start, span.start - _WINDOW) : span.start]

    def after(self, span: Span) -> str:
        """The words of the span's clause behind it, as far as they can matter."""
        end = max(self.clause_at(span.start).span.end, span.end)
        return self.text[span.end : min(end, span.end + _WINDOW)]

    @cached_property
    def _holders(self) -> dict[str, tuple[int, ...]]:
        return {}

    def clauses_for(self, pattern: Pattern) -> Iterable[int]:
        """The clauses, by index, that can hold a match of the pattern."""
        if not pattern.needed:
            return range(len(self.clauses))
        holders: set[int] = set()
        for word in pattern.needed:
            if word not in self._holders:
                self._holders[word] = self._that_hold(word) if word in self.text else ()
            holders.update(self._holders[word])
        return holders

    def _that_hold(self, word: str) -> tuple[int, ...]:
        """The clauses, by index, that hold a word."""
        found: list[int] = []
        at = self.text.find(word) if self.clauses else -1
        while at >= 0:
            clause = self.clause_at(at)
            whole = clause.span.start <= at and at + len(word) <= clause.span.end
            found += [clause.index] if whole else []
            at = self.text.find(word, clause.span.end if whole else at + 1)
        return tuple(found)

    @cached_property
    def _matching(self) -> dict[PatternSet, Sequence[Clause]]:
        return {}

    def clauses_with(self, patterns: PatternSet) -> Sequence[Clause]:
        """The clauses that can hold a match of the patterns, in order."""
        found = self._matching.get(patterns)
        if found is None:
            found = self._matching[patterns] = list(self._that_can_match(patterns))
        return found

    def _that_can_match(self, patterns: PatternSet) -> Iterator[Clause]:
        """The clauses that hold a word which the patterns need, found in one walk through the text."""
        at = 0 if self.clauses else len(self.text)
        while at < len(self.text) and (hit := patterns.can_match(self.text, at)) is not None:
            clause, start = self.clause_at(hit.start()), hit.start()
            if clause.span.start <= start < clause.span.end and hit.end() <= clause.span.end:
                yield clause
                at = clause.span.end
            else:
                at = start + 1

    @cached_property
    def _said(self) -> dict[tuple[PatternSet, int], bool]:
        return {}

    def says(self, patterns: PatternSet, clause: Clause | None = None) -> bool:
        """Whether the clause, or else the utterance, holds a match; looked for once, however many claims want to know.

        What few claims want to know is asked of the patterns themselves.
        """
        place = (patterns, -1 if clause is None else clause.index)
        if place not in self._said:
            self._said[place] = (self.text if clause is None else clause.text) in patterns
        return self._said[place]

    def by_clause(self, items: Iterable[Placed], span_of: Callable[[Placed], Span]) -> Mapping[int, Sequence[Placed]]:
        """The items by the clauses, their index, that the spans overlap; in each the items in their order."""
        placed: dict[int, list[Placed]] = defaultdict(list)
        for item in items:
            span = span_of(item)
            index = self.clause_at(span.start).index if self.clauses else 0
            for clause in self.clauses[index:]:
                if clause.span.start >= span.end:
                    break
                if clause.span.overlaps(span):
                    placed[clause.index].append(item)
        return placed

    @cached_property
    def institutions(self) -> tuple[Found[Institution], ...]:
        """The institutions named, in order."""
        return tuple(self.lexicon.units.institutions.find(self.text))

    @cached_property
    def institution_places(self) -> Places:
        """Where the names of institutions stand."""
        return Places(each.span for each in self.institutions)

    @cached_property
    def level_ends(self) -> frozenset[int]:
        """Where words for a level end."""
        return frozenset(each.span.end for each in self.lexicon.units.level_words.find(self.text) if each.meaning)

    @cached_property
    def quantity_places(self) -> Places:
        """Where numbers that measure something stand."""
        return Places(each.span for each in self.quantities)

    @cached_property
    def number_places(self) -> Places:
        """Where numbers and dates stand, and years that are listed, so that those near a place are found quickly."""
        return Places(self.number_spans)

    @cached_property
    def quantities_in(self) -> Mapping[int, Sequence[Quantity]]:
        """The numbers by the clauses, their index, in which they stand."""
        return self.by_clause(self.quantities, attrgetter("span"))

    def beside_numbers(self, clause: Clause) -> str:
        """The clause with blanks for its numbers and dates."""
        text = clause.text
        for span in self.number_places.overlapping(clause.span):
            text = text.replace(span.of(self.text), " ")
        return text

    def holds_only_numbers(self, clause: Clause) -> bool:
        """Whether the clause holds nothing but numbers, dates, fillers and negations: 不是58是56."""
        cues = self.lexicon.cues
        text = cues.fillers.without(cues.corrected_to.blank(self.beside_numbers(clause))).strip()
        return not text or self.lexicon.negations.before.regex.fullmatch(text) is not None

    def spans(self, patterns: PatternSet, clause: Clause) -> list[Span]:
        """Where in the utterance the patterns match in the clause."""
        start = clause.span.start
        return [Span(start + m.start(), start + m.end()) for m in patterns.find(clause.text)]
