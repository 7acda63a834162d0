"""Spans of one text, kept in order, so that those which overlap another are found without a look at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from assistant.domain.document import Span


class Places:
    """Spans in order, each once.

    >>> list(Places([Span(4, 6), Span(0, 2), Span(1, 5)]).overlapping(Span(2, 5)))
    [Span(start=1, end=5), Span(start=4, end=6)]
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(set(spans))

    @cached_property
    def _longest(self) -> int:
        return max((each.end - each.start for each in self.spans), default=0)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return sorted(each.end for each in self.spans)

    def end_before(self, at: int) -> int | None:
        """Where the nearest span ends that ends at a place or before it; None where none does."""
        index = bisect_right(self._ends, at)
        return self._ends[index - 1] if index else None

    def start_behind(self, at: int) -> int | None:
        """Where the nearest span begins that begins at a place or behind it; None where none does."""
        index = bisect_left(self._starts, at)
        return self.spans[index].start if index < len(self.spans) else None

    def overlapping(self, span: Span) -> Iterator[Span]:
        """The spans that share a character with this one, in order."""
        for index in range(bisect_left(self._starts, span.start - self._longest), len(self.spans)):
            each = self.spans[index]
            if each.start >= span.end:
                return
            if each.end > span.start:
                yield each
