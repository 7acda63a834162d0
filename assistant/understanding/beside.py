"""Which words around a statement are understood: 本科,正报考研究生 and 候选高级农艺师 hold some that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import Layout
from assistant.understanding.trie import Vocabulary

READ: Final = "\0"
"""Stands for a character that is understood."""
_REACH: Final = 6
"""How many characters on either side of a statement have to be understood."""


def are_unread(span: Span, said: Iterable[Span], harmless: Vocabulary[str], layout: Layout) -> bool:
    """Whether a character within reach of the span is neither understood by itself nor harmless nor `said`."""
    clause = layout.clause_at(span.start)
    spoken = marked(clause.span, dict.fromkeys((*said, span), READ), harmless, layout)
    start = clause.span.start
    left, right = spoken[: span.start - start][-_REACH:], spoken[span.end - start :][:_REACH]
    return bool((left + right).replace(READ, "").strip())


def marked(whole: Span, marks: dict[Span, str], harmless: Vocabulary[str], layout: Layout) -> str:
    """The words of a span that begins with a clause, with `marks` for spans of their own and READ for all understood.

    Understood are numbers, units, titles, series and how long one has worked, and the `harmless` words.
    """
    clause = layout.clause_at(whole.start)
    understood = (*layout.number_spans, *_named(clause, layout))
    rest = list(whole.of(layout.text))
    for known, mark in (*((each, READ) for each in understood), *marks.items()):
        for at in range(max(known.start, whole.start), min(known.end, whole.end)):
            rest[at - whole.start] = mark
    spoken = "".join(rest)
    for found in harmless.find(spoken):
        spoken = spoken[: found.span.start] + READ * len(found.word) + spoken[found.span.end :]
    return spoken


def _named(clause: Clause, layout: Layout) -> Iterator[Span]:
    """Where the clause names institutions, levels of them, titles and series, or says how long one has worked."""
    lexicon, start = layout.lexicon, clause.span.start
    units, titles = lexicon.units, lexicon.titles
    for words in (units.institutions, units.level_words, units.levels_alone, titles.series, titles.titles):
        for found in words.find(clause.text):
            yield Span(start + found.span.start, start + found.span.end)
    yield from layout.spans(lexicon.numbers.service.continuous_cues, clause)
    for name in (name for names in titles.series_names.values() for name in names):
        at = clause.text.find(name)
        if at >= 0:
            yield Span(start + at, start + at + len(name))
