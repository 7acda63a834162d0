"""The units that an utterance names: their level and nature, from the names of institutions and words for levels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.lexicon import Institution
from assistant.understanding.places import Places
from assistant.understanding.scene import Scene
from assistant.understanding.trie import Found

_LINKS: Final = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """An institution (or a level alone) as named: level and kind, empty where not told."""

    span: Span
    level: str
    kind: str
    authority: bool
    named: bool
    not_kind: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """Words that tell of years that do not count, in the clause of that index; `length` where it is told."""

    span: Span
    clause: int
    length: float | None


@dataclass(frozen=True)
class Units:
    """All units that an utterance names."""

    scene: Scene
    taken: tuple[Span, ...] = ()

    @cached_property
    def _levels(self) -> list[Found[str]]:
        return list(self.scene.lexicon.units.level_words.find(self.scene.text))

    @cached_property
    def _level_starts(self) -> list[int]:
        return [each.span.start for each in self._levels]

    @cached_property
    def _level_ends(self) -> list[int]:
        return [each.span.end for each in self._levels]

    @cached_property
    def named(self) -> tuple[Unit, ...]:
        """Institutions with the level that the words before them give, in order."""
        found = self.scene.lexicon.units.institutions.find(self.scene.text, [self._left(span) for span in self.taken])
        return tuple(self._unit(each) for each in found)

    def _left(self, title: Span) -> Span:
        """What a title takes that is not also where it is held: the 中学 of 乡镇|中学一级教师."""
        level = any(each.meaning and each.span.end == title.start for each in self._levels)
        school = next(self.scene.lexicon.units.institutions.find(title.of(self.scene.text)), None) if level else None
        return title if school is None or school.span.start else Span(title.start + school.span.end, title.end)

    def _unit(self, found: Found[Institution]) -> Unit:
        institution = found.meaning
        level, start = institution.level, found.span.start
        prefix = None if institution.fixed else self._level_before(found.span)
        if prefix is not None and self._governs(prefix, found):
            level, start = prefix.meaning, prefix.span.start
        told = level or institution.nature or self.scene.context.asked in self._unit_facts
        kind = institution.kind if told else ""
        return Unit(Span(start, found.span.end), level, kind, institution.authority, True, institution.not_kind)

    def _governs(self, prefix: Found[str], found: Found[Institution]) -> bool:
        """Whether the level in front is the unit's: 县畜牧站 is the county's, 朝阳区永昌街道… is not the district's."""
        levels = self.scene.lexicon.facts[self.scene.lexicon.units.level_fact].values
        own = found.meaning.level
        if not own or levels.index(prefix.meaning) >= levels.index(own):
            return True
        between = self.scene.text[prefix.span.end : found.span.start]
        return not between or between.endswith(self.scene.lexicon.units.under)

    @property
    def _unit_facts(self) -> set[str]:
        words = self.scene.lexicon.units
        return {words.kind_fact, words.hiring_fact}

    def _level_before(self, span: Span) -> Found[str] | None:
        """The nearest word for a level that leads up to the name, within a few characters of the same clause."""
        clause = self.scene.clause_at(span.start)
        nearest: Found[str] | None = None
        last = bisect_left(self._level_starts, span.start)
        for each in self._levels[bisect_left(self._level_ends, span.start - 2 * _LINKS) : last]:
            if not each.meaning or each.span.start < clause.span.start:
                continue
            if each.span.end > span.start:
                return each  # 公主岭市中心医院: the division ends in the name
            if each.span.end <= span.start:
                between = self.scene.text[each.span.end : span.start]
                if self._leads_up(between):
                    nearest = each
        return nearest

    def _leads_up(self, between: str) -> bool:
        """Whether the words between a level and a name belong to the name: a few, or 县水利局下属的."""
        if between.endswith(self.scene.lexicon.units.under):
            return len(between) <= 2 * _LINKS
        if len(between) <= _LINKS:
            return not any(word in between for word in self.scene.lexicon.cues.place_before)
        return False

    @cached_property
    def alone(self) -> tuple[Unit, ...]:
        """Levels named without an institution, in a place where one says where one works."""
        words = self.scene.lexicon.units
        taken = [unit.span for unit in self.named]
        asked = self.scene.context.asked in {words.level_fact, words.hiring_fact}
        found = [
            Unit(each.span, each.meaning, "", False, False)
            for each in words.levels_alone.find(self.scene.text, taken)
            if each.meaning
            and not self._leads_to_name(each.span)
            and (asked or each.word in words.sure or self._tells_the_place(each.span))
        ]
        if asked and not found and not any(unit.level for unit in self.named):
            found = list(self._asked_levels())
        return tuple(found)

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where the words tell of an interruption, or of a part of the years spent elsewhere: 16年,其中两年在县里."""
        scene, words = self.scene, self.scene.lexicon.numbers.service.part_of
        parts = (clause for clause in scene.clauses_with(words) if clause.text in words)
        found = [Break(span, scene.clause_at(span.start).index, scene.length_at(span)) for span in scene.interruptions]
        away = (each for each in parts if self._elsewhere(each))
        found += [Break(each.span, each.index, length) for each in away if (length := scene.length_at(each.span))]
        return tuple(found)

    def _elsewhere(self, clause: Clause) -> bool:
        """Whether the clause names only levels where years do not count."""
        places = self.scene.lexicon.numbers.service.places
        here = [unit for unit in (*self.named, *self.alone) if unit.level and clause.span.overlaps(unit.span)]
        return bool(here) and not any(unit.level in places for unit in here)

    @cached_property
    def elsewhere(self) -> Places:
        """Where units stand of a level at which years do not count."""
        places = self.scene.lexicon.numbers.service.places
        found = (*self.named, *self.alone)
        return Places(unit.span for unit in found if unit.level and unit.level not in places and not unit.authority)

    @cached_property
    def own(self) -> tuple[Unit, ...]:
        """Those of a level that can be the applicant's own: no authority, and none that is denied."""
        found = (*self.named, *self.alone)
        return tuple(unit for unit in found if unit.level and not unit.authority and not self.scene.negated(unit.span))

    def _leads_to_name(self, span: Span) -> bool:
        """榆树市五棵树镇中心卫生院: the division only says where the institution lies."""
        end = self.scene.clause_at(span.start).span.end
        return any(span.end <= unit.span.start < min(end, span.end + 2 * _LINKS) for unit in self.named if unit.level)

    def _asked_levels(self) -> Iterator[Unit]:
        for clause in self.scene.clauses:
            for level, patterns in self.scene.lexicon.units.levels_asked.items():
                match = patterns.search(clause.text)
                if match is not None:
                    start = clause.span.start
                    yield Unit(Span(start + match.start(), start + match.end()), level, "", False, False)

    def _tells_the_place(self, span: Span) -> bool:
        cues = self.scene.lexicon.cues
        before, after = self.scene.before(span), self.scene.after(span)
        words, asked = self.scene.lexicon.units, self.scene.context.asked
        if asked == words.kind_fact and span.of(self.scene.text) in self.scene.lexicon.facts[words.level_fact].values:
            return True  # 县级, typed a question early
        if not before and self.scene.context.asked is not None and (not after or after.startswith(cues.place_of)):
            return False  # 省里的, said to another question, answers that one
        if before.endswith(cues.place_led) and not after.startswith(cues.authority_after):
            return True
        if not before and after.startswith(tuple(self.scene.lexicon.persons.first)):
            return True  # 省直单位我是…: the place first, then the person
        if is_moved_to(span, self.scene):
            return True
        named = any(unit.span.end == span.start for unit in self.named)  # 我们厂|归县里管
        led = not before or named or before.endswith(cues.place_before) or self._negated_place(before)
        return led and (not after or after.startswith(cues.place_after) or self._has_title(after))

    def _has_title(self, after: str) -> bool:
        """乡镇的|副主任药师: whether a title follows at once."""
        found = next(self.scene.lexicon.titles.titles.find(after), None)
        return found is not None and found.span.start == 0 and bool(found.meaning.level)

    def _negated_place(self, before: str) -> bool:
        return self.scene.lexicon.negations.before.regex.search(before) is not None


def is_moved_to(span: Span, scene: Scene) -> bool:
    """要是调到县里呢: in a supposition one works where one has gone."""
    supposed = any(span.overlaps(each) for each in scene.suppositions)
    return supposed and scene.before(span) in scene.lexicon.cues.moved_to


def was_once(unit: Unit, scene: Scene) -> bool:
    """Whether the words around it tell of another time: 以前在县医院, 在县里待过12年."""
    cues, before = scene.lexicon.cues, scene.before(unit.span)
    return (before in cues.past_place or scene.after(unit.span) in cues.past_after) and before not in cues.now
