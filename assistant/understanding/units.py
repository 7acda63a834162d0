"""Reads the unit: its level and nature from the name of the institution, and the unit that is hiring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.lexicon import Institution
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.trie import Found

_TITLE_REACH: Final = 10
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


@dataclass(frozen=True)
class Units:
    """All units that an utterance names."""

    scene: Scene
    taken: tuple[Span, ...] = ()

    @cached_property
    def _levels(self) -> list[Found[str]]:
        return list(self.scene.lexicon.units.level_words.find(self.scene.text))

    @cached_property
    def named(self) -> tuple[Unit, ...]:
        """Institutions with the level that the words before them give, in order."""
        found = self.scene.lexicon.units.institutions.find(self.scene.text, self.taken)
        return tuple(self._unit(each) for each in found)

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
        for each in self._levels:
            if not each.meaning or not clause.span.start <= each.span.start < span.start:
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
        if not before and self.scene.context.asked is not None and (not after or after.startswith(cues.place_of)):
            return False  # 省里的, said to another question, answers that one
        if before.endswith(cues.place_led) and not after.startswith(cues.authority_after):
            return True
        if not before and after.startswith(tuple(self.scene.lexicon.persons.first)):
            return True  # 省直单位我是…: the place first, then the person
        if is_moved_to(span, self.scene):
            return True
        led = not before or before.endswith(cues.place_before) or self._negated_place(before)
        return led and (not after or after.startswith(cues.place_after))

    def _negated_place(self, before: str) -> bool:
        return self.scene.lexicon.negations.before.regex.search(before) is not None


def is_moved_to(span: Span, scene: Scene) -> bool:
    """要是调到县里呢: in a supposition one works where one has gone."""
    supposed = any(span.overlaps(each) for each in scene.suppositions)
    return supposed and scene.before(span) in scene.lexicon.cues.moved_to


def read_units(scene: Scene, units: Units, sayings: Sequence[Claim] = ()) -> list[Claim]:
    """Claims of the applicant's unit and of the hiring unit; none inside a saying of something else.

    A level (乡里的奖) or an authority (人社局认定了我…) that is part of what else is said is not where one works.
    """
    told = [claim.span for claim in sayings]
    alone = [unit for unit in units.alone if not any(_inside(unit.span, span) for span in told)]
    named = [unit for unit in units.named if not (unit.authority and any(_inside(unit.span, span) for span in told))]
    claims: list[Claim] = []
    hiring = False
    for clause in scene.clauses:
        inside = [unit for unit in (*named, *alone) if scene.clause_at(unit.span.start).index == clause.index]
        inside.sort(key=lambda unit: unit.span.start)
        same = clause.index > 0 and scene.clauses[clause.index - 1].sentence == clause.sentence
        hiring = _is_hiring(clause, scene) or (hiring and same and _goes_on(clause, inside, scene))
        own = [unit for unit in inside if not hiring or _is_led(unit, scene)]
        if hiring:
            claims.extend(_hiring(clause, [unit for unit in inside if unit not in own], scene))
        for unit in own:
            claims.extend(_own(unit, clause, scene))
    return _of_one_place(claims, scene)


def _of_one_place(claims: list[Claim], scene: Scene) -> list[Claim]:
    """The claims without levels that contradict each other while nothing tells which came later: it has to be asked."""
    level = scene.lexicon.units.level_fact
    owners = scene.lexicon.cues.owner_of  # 归县局管: whose business it is, not where one is
    told = [
        claim
        for claim in claims
        if claim.fact == level and not (claim.negated or claim.weak or scene.before(claim.span).endswith(owners))
    ]
    stated = {claim.value for claim in told if claim.standing is Standing.STATED}
    orders = scene.corrects or scene.text in scene.lexicon.cues.now or scene.text in scene.lexicon.cues.past_place
    negates = any(claim.fact == level and claim.negated for claim in claims)
    if len(stated) < 2 or orders or negates:
        return claims
    return [claim for claim in claims if claim not in told]


def _is_hiring(clause: Clause, scene: Scene) -> bool:
    if _asked_for_hiring(scene):
        return True
    levels, titles = scene.lexicon.titles.levels, scene.lexicon.titles.titles
    for match in scene.lexicon.cues.hiring.find(clause.text):
        rest = clause.text[match.end() : match.end() + _TITLE_REACH]
        if not any(found.span.start <= 1 for words in (levels, titles) for found in words.find(rest)):
            return True  # 报副高 aims at a level, 报县医院 at a unit
    return False


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and other != span


def _is_led(unit: Unit, scene: Scene) -> bool:
    """一直在乡镇,想考…: where one is, not who is hiring; asked for the latter, only 我现在在…."""
    before = scene.before(unit.span)
    if _asked_for_hiring(scene):
        return before in scene.lexicon.cues.now
    return before.endswith(scene.lexicon.cues.place_led)


def _asked_for_hiring(scene: Scene) -> bool:
    return scene.context.asked == scene.lexicon.units.hiring_fact


def _goes_on(clause: Clause, units: list[Unit], scene: Scene) -> bool:
    """Whether the clause only tells more of the unit that was just said to be hiring."""
    if not units or scene.has_person(clause) or scene.before(units[0].span):
        return False
    return not scene.after(units[-1].span).startswith(scene.lexicon.cues.works_there)


def _hiring(clause: Clause, units: list[Unit], scene: Scene) -> Iterator[Claim]:
    """The kind of the unit that is hiring; nothing where several are named that differ."""
    rules = scene.lexicon.units.hiring
    for found in (
        ((rule.value, match.span()) for rule in rules if (match := rule.phrases.search(clause.text))),
        ((value, _within(unit.span, clause)) for unit in units if (value := _hires(unit, scene))),
        ((rule.value, match.span()) for rule in rules if (match := rule.words.search(clause.text))),
    ):
        places = [(value, Span(clause.span.start + start, clause.span.start + end)) for value, (start, end) in found]
        claims = [claim for value, span in places for claim in _hired(value, span, scene)]
        if places:
            yield from claims[:1] if len({claim.value for claim in claims}) == 1 else ()
            return


def _within(span: Span, clause: Clause) -> tuple[int, int]:
    return span.start - clause.span.start, span.end - clause.span.start


def _hires(unit: Unit, scene: Scene) -> str:
    """The kind of hiring unit that a unit is; empty where that is not told."""
    if unit.not_kind:
        return ""
    owned = unit.authority and scene.after(unit.span).startswith(scene.lexicon.units.under)
    kind = "" if owned else unit.kind  # 县农业局下属的单位: the bureau is not who is hiring
    for rule in scene.lexicon.units.hiring:
        if kind in rule.kinds or (unit.level in rule.levels and kind not in _other_kinds(scene)):
            return rule.value
    return ""


def _other_kinds(scene: Scene) -> set[str]:
    return {kind for rule in scene.lexicon.units.hiring for kind in rule.kinds}


def _hired(value: str, span: Span, scene: Scene) -> Iterator[Claim]:
    standing = scene.standing(span)
    failed = scene.clause_at(span.start).text in scene.lexicon.cues.place_not_with
    if standing is not Standing.NOTHING and not (failed or scene.negated(span) or _named_by_topic(span, scene)):
        yield Claim(scene.lexicon.units.hiring_fact, value, span, standing)


def _named_by_topic(span: Span, scene: Scene) -> bool:
    clause = scene.clause_at(span.start)
    return any(
        topic.start >= clause.span.start and topic.end <= clause.span.end and topic.overlaps(span)
        for topic, _ in scene.topics
    )


def _own(unit: Unit, clause: Clause, scene: Scene) -> Iterator[Claim]:
    words = scene.lexicon.units
    standing = scene.standing(unit.span)
    if standing is Standing.NOTHING or _not_the_own_place(unit, clause, scene):
        return
    if _is_in_passing(unit, clause, scene):
        return
    negated, before = scene.negated(unit.span), scene.before(unit.span)
    owner = before.endswith(scene.lexicon.cues.owner_of)
    weak = owner or (not unit.named and _tells_years(clause, scene))
    told_twice = scene.text in words.split  # 编制在县里,人在乡里: whose the unit is has to be asked
    service = scene.lexicon.numbers.service
    asked_years = (
        scene.context.asked in {service.cumulative, service.continuous} and before not in scene.lexicon.cues.now
    )
    if unit.level and not told_twice and not (weak and (asked_years or words.level_fact in scene.context.known)):
        yield Claim(words.level_fact, unit.level, unit.span, standing, negated, weak=weak)
    owner = owner or scene.after(unit.span).startswith(words.under)
    if unit.authority and (owner or scene.context.asked == words.level_fact):
        return  # 归县教育局管: whose the unit is, not what it is
    if unit.not_kind:
        yield Claim(words.kind_fact, unit.not_kind, unit.span, standing, negated=True)
    if unit.kind and not (negated and unit.level):
        yield Claim(words.kind_fact, unit.kind, unit.span, standing, negated)


def _is_in_passing(unit: Unit, clause: Clause, scene: Scene) -> bool:
    """Whether another unit than the one known is only mentioned in an answer: 有,在县医院进修的时候考的."""
    words, known, asked = scene.lexicon.units, scene.context.known, scene.context.asked
    if asked in {None, words.level_fact, words.kind_fact} or scene.corrects:
        return False
    told = {words.level_fact: unit.level, words.kind_fact: unit.kind}
    if not any(value and fact in known and known[fact] != value for fact, value in told.items()):
        return False
    if scene.standing(unit.span) is not Standing.STATED:
        return False
    rest = scene.before(unit.span) + (" " + scene.after(unit.span) if clause.index else "")
    return bool(scene.lexicon.cues.fillers.without(words.plain.without(rest)).strip())


def _answers_where(before: str, after: str, scene: Scene) -> bool:
    """Whether a bureau, asked where one works, is the answer: alone or behind 在; 人社局批了 tells of a finding."""
    cues = scene.lexicon.cues
    rest = cues.answer_fillers.strip(after)
    if rest.startswith(cues.authority_after):
        return False
    return before.endswith(cues.place_before) or not rest or rest.startswith(cues.place_after)


def was_once(unit: Unit, scene: Scene) -> bool:
    """Whether the words around it tell of another time: 以前在县医院, 在县里待过12年."""
    cues, before = scene.lexicon.cues, scene.before(unit.span)
    return (before in cues.past_place or scene.after(unit.span) in cues.past_after) and before not in cues.now


def _unit_is_known(scene: Scene) -> bool:
    """Whether a bureau named alone is rather one that grants or finds."""
    return scene.lexicon.units.level_fact in scene.context.known


def _tells_years(clause: Clause, scene: Scene) -> bool:
    """在乡镇累计29年, 一直在乡里: where the years were worked, which is the unit only where no other is named."""
    service = scene.lexicon.numbers.service
    if clause.text in service.continuous_cues or clause.text in service.cumulative_cues:
        return True
    numbered = [quantity.span for quantity in scene.quantities] + [mention.span for mention in scene.dates]
    return any(clause.span.overlaps(span) for span in numbered)


def _is_over_another(unit: Unit, scene: Scene) -> bool:
    """Whether it only is what another unit belongs to: 某院下属的某室; 在某室,归某院管."""
    if unit.authority or not unit.named:
        return False
    if scene.after(unit.span).startswith(scene.lexicon.units.under):
        return True
    if not scene.before(unit.span).endswith(scene.lexicon.cues.owner_of):
        return False
    others = [found.span for found in scene.lexicon.units.institutions.find(scene.text)]
    return any(span.end <= unit.span.start or unit.span.end <= span.start for span in others)


def _is_venture(unit: Unit, before: str, scene: Scene) -> bool:
    """Whether it is a business run beside one's post, no place of work; not where one says that one heads it."""
    cues = scene.lexicon.cues
    if unit.level or scene.text in cues.venture_own or unit.kind not in _other_kinds(scene):
        return False
    return before in cues.venture or (scene.text in cues.venture_beside and not before.endswith(cues.place_before))


def _not_the_own_place(unit: Unit, clause: Clause, scene: Scene) -> bool:
    cues = scene.lexicon.cues
    before, after = scene.before(unit.span), scene.after(unit.span)
    if clause.text in cues.place_not_with:
        return True
    if is_moved_to(unit.span, scene):
        return False
    if before in cues.wish_place or (after.startswith(cues.place_not_after) and not before.endswith(cues.place_led)):
        return True
    if was_once(unit, scene):
        return True
    asked = scene.context.asked in {scene.lexicon.units.kind_fact, scene.lexicon.units.level_fact}
    if before.endswith(cues.prize_before):
        return True
    if _is_venture(unit, before, scene) or _is_over_another(unit, scene):
        return True
    if unit.authority and before.endswith(cues.owner_of):
        return False
    if unit.authority and asked:
        return scene.colour(clause).pending or not _answers_where(before, after, scene)
    if unit.authority:
        own = clause.text in cues.own_bureau and not after.startswith(cues.authority_after)
        return (
            before.endswith(cues.authority_before)
            or after.startswith(cues.authority_after)
            or not (own or (not cues.answer_fillers.strip(before + after) and not _unit_is_known(scene)))
        )
    return bool(any(span.overlaps(unit.span) and not _inside(span, unit.span) for span, _ in scene.topics))
