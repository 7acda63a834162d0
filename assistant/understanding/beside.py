"""Whether the words right beside a statement are understood: 本科,正报考研究生 tells of no degree but the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene
from assistant.understanding.trie import Vocabulary

_REACH: Final = 6
"""How many characters on either side have to be understood."""
_READ: Final = "\0"


def are_unread(span: Span, said: Iterable[Span], harmless: Vocabulary[str], scene: Scene) -> bool:
    """Whether a character within reach of the span is of no number, unit, title or harmless word, and not `said`."""
    clause = scene.clause_at(span.start)
    start = clause.span.start
    text = list(clause.text)
    for known in (span, *said, *scene.number_spans, *_named(clause, scene)):
        for at in range(max(known.start - start, 0), min(known.end - start, len(text))):
            text[at] = _READ
    spoken = "".join(text)
    for found in harmless.find(spoken):
        spoken = spoken[: found.span.start] + _READ * len(found.word) + spoken[found.span.end :]
    left, right = spoken[: span.start - start][-_REACH:], spoken[span.end - start :][:_REACH]
    return bool((left + right).replace(_READ, "").strip())


def _named(clause: Clause, scene: Scene) -> Iterator[Span]:
    """Where the clause names institutions, levels of them, titles and series, or says how long."""
    lexicon, start = scene.lexicon, clause.span.start
    units, titles = lexicon.units, lexicon.titles
    for words in (units.institutions, units.level_words, units.levels_alone, titles.series, titles.titles):
        for found in words.find(clause.text):
            yield Span(start + found.span.start, start + found.span.end)
    yield from scene.spans(lexicon.numbers.service.continuous_cues, clause)
