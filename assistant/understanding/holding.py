"""Tells a title that one has from one that one wants, and from one that is neither: missed, half passed, a quota."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.beside import READ, marked
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import Layout
from assistant.understanding.patterns import NumberPattern
from assistant.understanding.places import Places
from assistant.understanding.title_words import HoldingWords

_REACH: Final = 8
"""How many characters beside a title have to be understood."""
_SENTENCE: Final = 24
"""How many characters behind a title its sentence goes on to speak of it."""
_NONE: Final = Places(())
_TITLE: Final = "\ufffc"
"""Stands for the neighbouring title where a window ends at one."""


class Stage(Enum):
    """How far one has come with a title. OPEN: no words beside it tell."""

    HELD = auto()
    AIMED = auto()
    APART = auto()
    OPEN = auto()


@dataclass(frozen=True)
class Holding:
    """The stages of the titles of an utterance; `places` are all of them, in order.

    `again` are those that only say once more what another one says (高级教师,也就是副高), with that one.
    """

    layout: Layout
    places: Sequence[Span]
    again: Mapping[Span, Span] = field(default_factory=dict)

    def first(self, span: Span) -> Span:
        """The title itself, or the one that it says once more."""
        return self.again.get(span, span)

    def stage(self, span: Span) -> Stage:
        """What the words between the neighbouring titles say of this one."""
        if span not in self._stages:
            self._stages[span] = self._stage(span)
        return self._stages[span]

    @cached_property
    def _by_end(self) -> dict[int, Span]:
        """The titles by where they end."""
        return {place.end: place for place in reversed(self.places)}

    @cached_property
    def _numbers_end(self) -> frozenset[int]:
        """Where the numbers and dates end."""
        return frozenset(each.end for each in self.layout.number_spans)

    @cached_property
    def _sides(self) -> dict[int, Places]:
        """Where the titles of each clause, by its index, stand beside one another."""
        return {index: Places(places) for index, places in self._places.items()}

    @cached_property
    def _places(self) -> dict[int, list[Span]]:
        """The places of the titles by the clause, its index, in which they begin."""
        places: dict[int, list[Span]] = {}
        for place in self.places:
            places.setdefault(self.layout.clause_at(place.start).index, []).append(place)
        return places

    def _reaching(self, clause: Clause) -> list[Span]:
        """The titles that can reach into a clause: those that begin in it, or in the one before it."""
        return [place for index in (clause.index - 1, clause.index) for place in self._places.get(index, ())]

    @cached_property
    def _stages(self) -> dict[Span, Stage]:
        return {}

    def _stage(self, span: Span) -> Stage:
        words, stage, following = self.layout.lexicon.titles.holding, self._beside(span), self.next(span)
        denied = self.layout.lexicon.negations.inside.search(following)
        if stage is Stage.AIMED and following in words.then_done and not denied:
            return Stage.HELD
        if stage is Stage.AIMED and following in words.then_apart:
            return Stage.APART
        if stage is Stage.OPEN and following in words.then_aimed:
            return Stage.AIMED
        if stage is Stage.OPEN and following in words.then_missed:
            return Stage.APART
        if stage is Stage.OPEN and following in words.then_asks and not self._answers_level:
            return Stage.APART  # 中级,能评不: the one that he has, or the one that he wants
        return stage

    def unread(self, span: Span) -> bool:
        """Whether words beside the title are not understood: 候选高级农艺师, 高级农艺师被吊销.

        Words that lead up to another title are about that one.
        """
        clause, text = self.layout.clause_at(span.start), self.layout.text
        ahead = text[: span.start]
        if ahead[-1:].isspace() and ahead.rstrip().endswith(self.layout.lexicon.titles.holding.ranks):
            return True
        start = clause.span.start
        named = self._by_end.get(span.end) == span
        spoken = self._marked[clause.index] if named else self._mark(clause, (*self._reaching(clause), span))
        left = spoken[self._told_before(span, clause) - start : span.start - start]
        left = left.rsplit(_TITLE, 1)[-1][-_REACH:].strip(READ)
        right = spoken[span.end - start :]
        return bool(left) or (_TITLE not in right and bool(right[:_REACH].strip(READ)))

    def _told_before(self, span: Span, clause: Clause) -> int:
        """Where the words begin that can be of the title: behind a number right in front (一直没动今年四十三助工)."""
        return span.start if span.start in self._numbers_end else clause.span.start

    @cached_property
    def _marked(self) -> dict[int, str]:
        """The clauses in which titles stand, by index, with marks for what is understood."""
        holding = [self.layout.clauses[index] for index in self._places]
        return {clause.index: self._mark(clause, self._reaching(clause)) for clause in holding}

    def _mark(self, clause: Clause, titles: Sequence[Span]) -> str:
        """The clause, and the rest of a title that goes on behind it, with marks for what is understood."""
        end = max([clause.span.end, *(span.end for span in titles if clause.span.overlaps(span))])
        harmless = self.layout.lexicon.titles.holding.harmless
        return marked(Span(clause.span.start, end), titles, _TITLE, harmless, self.layout)

    @property
    def _answers_level(self) -> bool:
        return self.layout.context.asked == self.layout.lexicon.titles.level_fact

    def _beside(self, span: Span) -> Stage:
        words = self.layout.lexicon.titles.holding
        left, right = self.window(span)
        if self._behind(span) in words.passed_only:
            return Stage.APART
        done = [hindered for pattern in words.done if (hindered := _hindered(pattern, left, right, words)) is not None]
        if any(not hindered for hindered in done):
            return Stage.HELD
        for stage, patterns in ((Stage.APART, words.apart), (Stage.AIMED, words.aimed)):
            if any(pattern.fits(left, right) for pattern in patterns):
                return stage
        return Stage.APART if done else Stage.OPEN

    def next(self, span: Span) -> str:
        """The words of the next clause that says anything, where they speak of no other title; empty otherwise."""
        index, aside = self.layout.clause_at(span.start).index + 1, self.layout.lexicon.titles.holding.aside
        while index < len(self.layout.clauses) and self.layout.clauses[index].text in aside:
            index += 1
        following = self.layout.clauses[index : index + 1]
        if any(clause.span.overlaps(place) for clause in following for place in self._reaching(clause)):
            return ""
        return following[0].text if following else ""

    def _behind(self, span: Span) -> str:
        """What the sentence says behind the title, up to the next one, as far as it can be of it."""
        clause = self.layout.clause_at(span.start)
        end = max(clause.span.end, span.end)
        for following in self.layout.clauses[clause.index + 1 : clause.index + 1 + _SENTENCE]:
            if following.sentence != clause.sentence or end >= span.end + _SENTENCE:
                break
            end = following.span.end
        next_title = self.places[bisect_left(self.places, Span(span.end, span.end)) :][:1]
        return self.layout.text[span.end : min([end, span.end + _SENTENCE, *(place.start for place in next_title)])]

    def window(self, span: Span) -> tuple[str, str]:
        """The words in front of the title and behind it, in its clause and up to the next title."""
        clause = self.layout.clause_at(span.start)
        places = self._sides.get(clause.index, _NONE)
        end, start = places.end_before(span.start), places.start_behind(span.end)
        start = None if start is None or start >= clause.span.end else start
        left = self.layout.text[clause.span.start if end is None else end : span.start]
        right = self.layout.text[span.end : max(clause.span.end, span.end) if start is None else start]
        return _TITLE * (end is not None) + left, right + _TITLE * (start is not None)


def _hindered(pattern: NumberPattern, left: str, right: str, words: HoldingWords) -> bool | None:
    """Whether words within the pattern, or just in front of it, keep what it says from being so; None: no match."""
    left, right = left.strip(_TITLE), right.strip(_TITLE)  # one title may be got where the next is spoken of
    fits = pattern.fits(left, right)
    before, behind = pattern.left.regex.search(left), pattern.right.regex.match(right)
    if not fits or before is None or behind is None:
        return None
    near = [left[: before.start()][-words.hinder_reach :], *before.groups(""), *behind.groups("")]
    if any(text in words.hinders_behind for text in behind.groups("")):
        return True
    return any(text in words.hinders for text in near) and not any(text in words.hinders_not for text in near)
