"""What colours a clause: asking, doubting, supposing, denying, correcting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.cast import Cast
from assistant.understanding.clauses import Clause
from assistant.understanding.patterns import PatternSet

_NEAR: Final = 12
_PAUSE: Final = ","


@dataclass(frozen=True, slots=True)
class Colour:
    """How a clause is said. `core` is where its question begins, `hedge` the words of doubt.

    `unknown`: the speaker does not know; `pending`: an authority has not found yet; `opinion`: it is what he thinks.
    """

    asks: bool
    core: int | None
    hedge: Span | None
    unknown: bool
    pending: bool
    opinion: bool


@dataclass(frozen=True)
class Tone(Cast):
    """A layout with persons that knows how its clauses are said."""

    @cached_property
    def _colours(self) -> dict[int, Colour]:
        return {clause.index: self._colour(clause) for clause in self.clauses}

    def _colour(self, clause: Clause) -> Colour:
        cues = self.lexicon.cues
        text = clause.text
        if not cues.colouring.can_match(text):  # most clauses: nothing of all this is looked for
            return Colour(clause.asks, clause.span.start if clause.asks else None, None, False, False, False)
        asks = clause.asks or self._sounds_asking(text)
        return Colour(
            asks=asks,
            core=self._core(clause) if asks else None,
            hedge=None if self._puts_right(text) else self._first(cues.hedge, clause),
            unknown=cues.wondering.blank(text, _PAUSE) in cues.unknown,
            pending=cues.alternation.blank(text, _PAUSE) in cues.pending,
            opinion=text in cues.opinion,
        )

    def _puts_right(self, text: str) -> bool:
        """Whether the clause tells what is right instead of what was wrong, with words that elsewhere doubt."""
        return self.corrects and text in self.lexicon.cues.corrected_to

    def _sounds_asking(self, text: str) -> bool:
        cues = self.lexicon.cues
        if cues.not_alternation.blank(text, _PAUSE) in cues.alternation:
            return True
        return text not in cues.question_end_not and cues.question_not.blank(text, _PAUSE) in cues.question

    def _first(self, patterns: PatternSet, clause: Clause) -> Span | None:
        match = patterns.search(clause.text)
        start = clause.span.start
        return None if match is None else Span(start + match.start(), start + match.end())

    def _core(self, clause: Clause) -> int:
        match = self.lexicon.cues.question_core.search(clause.text)
        return clause.span.start + (match.start() if match else 0)

    def colour(self, clause: Clause) -> Colour:
        """What colours the whole clause."""
        return self._colours[clause.index]

    @cached_property
    def asking_sentences(self) -> frozenset[int]:
        """The sentences, by number, of which a clause asks."""
        return frozenset(clause.sentence for clause in self.clauses if self.colour(clause).asks)

    @property
    def asks(self) -> bool:
        """Whether any clause asks."""
        return bool(self.asking_sentences)

    @cached_property
    def suppositions(self) -> tuple[Span, ...]:
        """Stretches that only suppose: from 要是 to the end of its sentence or of the clause that asks; …的话."""
        return tuple(span for clause in self.clauses if (span := self._supposed(clause)) is not None)

    def _supposed(self, clause: Clause) -> Span | None:
        cues = self.lexicon.cues
        if clause.text in cues.suppose_whole or clause.text in cues.suppose_ahead or self._echoes(clause):
            return clause.span
        match = cues.suppose.search(cues.suppose_not.blank(clause.text))
        if match is None:
            return None
        last = clause
        for later in self.clauses[clause.index :]:
            if later.sentence != clause.sentence:
                break
            last = later
            if self.colour(later).asks:
                break
        return Span(clause.span.start + match.start(), last.span.end)

    def _echoes(self, clause: Clause) -> bool:
        """Whether, with nothing asked, it is all of 再干两年, or 副高呢 where something is known: what if."""
        cues = self.lexicon.cues
        if self.context.asked is not None or len(self.clauses) > 1:
            return False
        if clause.text in cues.suppose_time:
            return True
        return bool(self.context.known) and clause.text in cues.echo and clause.text not in cues.echo_not

    def negated(self, span: Span) -> bool:
        """Whether the words right before the span negate it; two negations cancel."""
        words, tail = self.lexicon.negations, self._negation_before(span)
        return bool(tail) and not (words.not_negation.search(tail) or words.double.search(tail))

    def twisted(self, span: Span) -> bool:
        """Whether two negations before the span leave open what is so: 没说不同意."""
        tail = self._negation_before(span)
        return bool(tail) and self.lexicon.negations.twisted.search(tail) is not None

    def _negation_before(self, span: Span) -> str:
        """The words before the span from its negation on, with the few characters that may belong to it."""
        words, before = self.lexicon.negations, self.before(span)[-_NEAR:]
        match = words.before.regex.search(before)
        if match is None or before in words.asks_before:
            return ""
        apart = (each.end() for each in words.not_negation.find(before) if each.end() <= match.start())
        return before[max(match.start() - 3, *apart, 0) :] or " "  # 不过 | 我不是: the 不 of 不过 negates nothing

    def denied_somewhere(self, span: Span) -> bool:
        """Whether the clause negates anything before the span, however far: 没任定她贡献突出, the verb mistyped."""
        words, before = self.lexicon.negations, self.before(span)
        if before in words.asks_before:
            return False
        return words.inside.regex.search(words.not_negation.blank(before)) is not None

    def negated_behind(self, span: Span) -> bool:
        """Whether the words right behind the span negate it: 一次优秀也没有."""
        return self.after(span) in self.lexicon.negations.behind

    @cached_property
    def corrects(self) -> bool:
        """Whether the utterance says that something said earlier was wrong."""
        correction, not_so = self.lexicon.cues.correction, self.lexicon.revisions.not_so
        said = any(clause.text in correction for clause in self.clauses_with(correction))
        return said or any(self.rejects(clause) for clause in self.clauses_with(not_so))

    def rejects(self, clause: Clause) -> bool:
        """Whether the clause is a no to a number told before, not to a question: 不是,1973年的."""
        following = self.clauses[clause.index + 1 : clause.index + 2]
        if not following or clause.text not in self.lexicon.revisions.not_so:
            return False
        told = any(self.number_places.overlapping(following[0].span))
        return told and self.holds_only_numbers(following[0])

    def denies_twice(self, *gaps: str) -> bool:
        """Whether two negations meet in a gap of a pattern."""
        return any(gap and self.lexicon.negations.double.search(gap) for gap in gaps)

    def denies(self, *gaps: str) -> bool:
        """Whether the words in the gaps of a pattern negate what stands behind them."""
        words = self.lexicon.negations
        count = 0
        for gap in gaps:
            if gap and words.before.regex.search(gap) and not words.not_negation.search(gap):
                count += 1 + bool(words.double.search(gap))
        return count % 2 == 1
