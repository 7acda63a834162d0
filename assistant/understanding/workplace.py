"""Where the applicant works, and which unit is hiring, as the units named in an utterance tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.units import Unit, Units, is_moved_to, was_once

_TITLE_REACH: Final = 10


def read_units(scene: Scene, units: Units, sayings: Sequence[Claim] = ()) -> list[Claim]:
    """Claims of the applicant's unit and of the hiring unit; none inside a saying of something else.

    A level (乡里的奖) or an authority (人社局认定了我…) that is part of what else is said is not where one works.
    """
    told = [claim.span for claim in sayings if claim.source == "said"]
    alone = [unit for unit in units.alone if not any(_inside(unit.span, span) for span in told)]
    named = [unit for unit in units.named if not (unit.authority and any(_inside(unit.span, span) for span in told))]
    claims: list[Claim] = []
    hiring = False
    placed: dict[int, list[Unit]] = {}
    for unit in sorted((*named, *alone), key=lambda unit: unit.span.start):
        placed.setdefault(scene.clause_at(unit.span.start).index, []).append(unit)
    for clause in scene.clauses:
        inside = placed.get(clause.index, [])
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
    told = [
        claim
        for claim in claims
        if claim.fact == level
        and not (claim.negated or claim.weak)  # 归县局管 is weak: whose business it is, not where one is
    ]
    stated = {claim.value for claim in told if claim.standing is Standing.STATED}
    owners = {claim.value for claim in claims if claim.fact == level and claim.weak and not claim.negated}
    if owners - stated and stated and scene.text in scene.lexicon.revisions.turns:
        return [claim for claim in claims if claim not in told]  # 叫市第四医院,其实归区里管
    orders = scene.corrects or scene.says(scene.lexicon.cues.now) or scene.says(scene.lexicon.cues.past_place)
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
    """一直在乡镇,想考…: where one is, not who is hiring; asked for the latter, only 我在…."""
    before, cues = scene.before(unit.span), scene.lexicon.cues
    led = before.endswith(cues.place_led)
    if not _asked_for_hiring(scene):
        return led
    return before in cues.now or (led and scene.has_first(unit.span.start) and before not in cues.hiring)


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
        places = [(value, span) for value, span in places if not scene.negated(span)]
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
    owner = before.endswith(scene.lexicon.cues.owner_of) or _owns_another(unit, scene)
    weak = owner or (not unit.named and _tells_years(clause, scene))
    told_twice = scene.says(words.split)  # 编制在县里,人在乡里: whose the unit is has to be asked
    service = scene.lexicon.numbers.service
    asked_years = (
        scene.context.asked in {service.cumulative, service.continuous} and before not in scene.lexicon.cues.now
    )
    if unit.level and not told_twice and not (weak and (asked_years or words.level_fact in scene.context.known)):
        yield Claim(words.level_fact, unit.level, unit.span, standing, negated, weak=weak)
    owner = owner or scene.after(unit.span).startswith(words.under) or _is_of_bureau(unit, scene)
    if unit.authority and (owner or scene.context.asked == words.level_fact):
        return  # 归县教育局管, 我是县水利局的: whose the unit is, not what it is
    if unit.not_kind:
        yield Claim(words.kind_fact, unit.not_kind, unit.span, standing, negated=True)
    if unit.kind and not (negated and unit.level):
        yield Claim(words.kind_fact, unit.kind, unit.span, standing, negated)


def _is_of_bureau(unit: Unit, scene: Scene) -> bool:
    """我是县水利局的: of the bureau, or of an institution under it."""
    before, after = scene.before(unit.span), scene.after(unit.span)
    return unit.authority and any(each.fits(before, after) for each in scene.lexicon.cues.of_bureau)


def _owns_another(unit: Unit, scene: Scene) -> bool:
    """我们厂|归县里管: whether it tells by itself whose the unit named right in front of it is."""
    if not unit.span.of(scene.text).startswith(scene.lexicon.cues.owner_of):
        return False
    return any(found.span.end == unit.span.start for found in scene.institutions)


def _is_in_passing(unit: Unit, clause: Clause, scene: Scene) -> bool:
    """Whether a unit is only mentioned in an answer about something else: 有,在县医院进修的时候考的; 有,市农业局的."""
    words, asked = scene.lexicon.units, scene.context.asked
    if asked in {None, words.level_fact, words.kind_fact} or scene.corrects:
        return False
    told = {words.level_fact: unit.level, words.kind_fact: unit.kind}
    known = scene.context.known
    changes = any(value and fact in known and known[fact] != value for fact, value in told.items())
    service = scene.lexicon.numbers.service
    behind = clause.index > 0 and asked not in {service.cumulative, service.continuous}
    if not (changes or behind):
        return False
    if unit.authority and clause.index:
        return True
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


def _unit_is_known(scene: Scene) -> bool:
    """Whether a bureau named alone is rather one that grants or finds."""
    return scene.lexicon.units.level_fact in scene.context.known


def _tells_years(clause: Clause, scene: Scene) -> bool:
    """在乡镇累计29年, 一直在乡里: where the years were worked, which is the unit only where no other is named."""
    service = scene.lexicon.numbers.service
    if scene.says(service.continuous_cues, clause) or scene.says(service.cumulative_cues, clause):
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
    others = [found.span for found in scene.institutions]
    return any(span.end <= unit.span.start or unit.span.end <= span.start for span in others)


def _is_venture(unit: Unit, scene: Scene) -> bool:
    """Whether it is a business run beside one's post, no place of work; not where one says that one heads it."""
    cues, before = scene.lexicon.cues, scene.before(unit.span)
    if scene.says(cues.venture_own) or scene.context.asked == scene.lexicon.units.kind_fact:
        return False
    if not unit.named:  # 想在镇上 | 开个诊所: where the business is
        return scene.after(unit.span) in cues.venture_place
    if unit.level:  # 想在镇上开个 | 公司: its level is told of the business
        before = scene.before(
            next((each.span for each in scene.institutions if each.span.end == unit.span.end), unit.span)
        )
    elif unit.kind not in _other_kinds(scene):
        return False
    if before in cues.venture and before not in cues.venture_owned:
        return True
    return not unit.level and scene.says(cues.venture_beside) and not before.endswith(cues.place_before)


def _gives_prize(unit: Unit, before: str, after: str, scene: Scene) -> bool:
    """县里的技术推广奖得过一回: whether it is who gave a prize; 我在县里的医院得过奖 tells where one works."""
    cues = scene.lexicon.cues
    if before.endswith(cues.prize_before) or (unit.authority and after in cues.prize_after):
        return True
    return not unit.named and not before.endswith(cues.place_led) and after in cues.prize_of


def _not_the_own_place(unit: Unit, clause: Clause, scene: Scene) -> bool:
    cues = scene.lexicon.cues
    before, after = scene.before(unit.span), scene.after(unit.span)
    if scene.says(cues.place_not_with, clause):
        return True
    if is_moved_to(unit.span, scene):
        return False
    if scene.lexicon.questions.frames.blank(before) in cues.wish_place or (
        after.startswith(cues.place_not_after) and not before.endswith(cues.place_led)
    ):
        return True
    if was_once(unit, scene):
        return True
    asked = scene.context.asked in {scene.lexicon.units.kind_fact, scene.lexicon.units.level_fact}
    if _gives_prize(unit, before, after, scene):
        return True
    if _is_venture(unit, scene) or _is_over_another(unit, scene):
        return True
    if unit.authority and (before.endswith(cues.owner_of) or _is_of_bureau(unit, scene)):
        return False
    if unit.authority and asked:
        return scene.colour(clause).pending or not _answers_where(before, after, scene)
    if unit.authority:
        own = scene.says(cues.own_bureau, clause) and not after.startswith(cues.authority_after)
        return (
            before.endswith(cues.authority_before)
            or after.startswith(cues.authority_after)
            or not (own or (not cues.answer_fillers.strip(before + after) and not _unit_is_known(scene)))
        )
    return bool(any(span.overlaps(unit.span) and not _inside(span, unit.span) for span, _ in scene.topics))
