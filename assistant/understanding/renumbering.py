"""Which known number a correction puts right: 不是14,是13; 14?不对,13; 连续年限应该是13."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import LENGTHS
from assistant.understanding.measures import Measure
from assistant.understanding.scene import Scene

MOMENTS: Final = frozenset({"moment", "start"})
"""Kinds of measures that a date tells in a correction."""
_FAR: Final = 10.0
"""Nobody mistakes his years by more, and numbers so far apart are not mixed up."""


def corrected_facts(
    measure: Measure, claims: Sequence[Claim], old: Mapping[Span, float | None], scene: Scene
) -> Sequence[str] | None:
    """The facts that the number puts right; None where it corrects nothing, none where nobody can tell what it means.

    `old` are the numbers denied. A number told before in the utterance (`claims`) is meant, then the fact that is
    named, then what was equal to the number denied, then the fact asked for, and last the only one told in this unit.
    """
    if not (scene.corrects or old) or scene.negated(measure.span):
        return None
    if any(measure.span == span for span in old):
        return ()
    clause = scene.clause_at(measure.span.start)
    named = _named(measure, clause, old, scene)
    if not says_only_numbers(clause, scene):
        return None
    told = [claim for claim in claims if not claim.negated]
    last = [claim.fact for claim in told if claim.span == told[-1].span and _has_unit(claim.fact, measure, scene)]
    streak, continuous = scene.lexicon.numbers.streak.fact, scene.lexicon.numbers.service.continuous
    if last and (not named or (streak in last and named == [continuous])):
        return last  # 三年优秀,哦不,两年连着的: in a row, but no years of work
    if scene.context.asked == streak and named == [continuous] and _is_led_in(clause, continuous, scene):
        return [streak]  # asked for the excellent years: 不是四年,连着三年
    return _meant(measure, named, list(old.values()), scene)


def _is_led_in(clause: Clause, fact: str, scene: Scene) -> bool:
    """Whether the clause itself, and not the one before it, has the words that name the fact."""
    return clause.text in scene.lexicon.numbers.corrections.names[fact]


def _meant(measure: Measure, named: Sequence[str], old: Sequence[float | None], scene: Scene) -> Sequence[str] | None:
    known = {fact: value for fact, value in scene.context.known.items() if _has_unit(fact, measure, scene)}
    equal = [fact for fact, value in known.items() if value in old]
    if named:
        return [
            fact for fact in dict.fromkeys((*named, *equal)) if fact in named or known.get(fact) == known.get(named[0])
        ]
    if equal:
        return equal if _are_one_matter(equal, scene) else ()
    asked = scene.context.asked
    if not known and (not old or measure.kind != "bare"):
        return None
    if asked is not None and _has_unit(asked, measure, scene) and measure.kind not in MOMENTS:
        others = known.keys() - {asked}
        return () if others and not old else None
    if measure.kind in MOMENTS:
        nearest = _nearest(measure, known.values())
        return [fact for fact, value in known.items() if value in nearest]
    if old:
        return ()
    if measure.kind in LENGTHS:
        return [fact for fact, value in known.items() if value == list(known.values())[-1]]
    return _closest(measure, known)


def _closest(measure: Measure, known: Mapping[str, FactValue]) -> list[str]:
    """The facts that a bare number can only be meant to put right: it comes near them and is far from all others."""
    value = measure.value
    apart = {
        fact: abs(told - value) for fact, told in known.items() if value is not None and isinstance(told, int | float)
    }
    near = min(apart.values(), default=_FAR)
    others = [distance for distance in apart.values() if distance != near]
    clear = near < _FAR and all(distance > near + _FAR for distance in others)
    return [fact for fact, distance in apart.items() if distance == near] if clear else []


def _are_one_matter(facts: Sequence[str], scene: Scene) -> bool:
    """Whether the facts go together: the years of work do, years and an age that are equal by chance do not."""
    service = scene.lexicon.numbers.service
    return len(facts) == 1 or set(facts) <= {service.cumulative, service.continuous}


def denied_numbers(scene: Scene) -> dict[Span, float | None]:
    """Numbers that are said to be wrong, with what they said: 不是14, 14不对, 14? 不对, 14改成13."""
    words = scene.lexicon.numbers.corrections
    denied: dict[Span, float | None] = {}
    for quantity in scene.quantities:
        clause = scene.clause_at(quantity.span.start)
        wrong = scene.after(quantity.span) in words.wrong and says_only_numbers(clause, scene)
        asked_back = clause.asks and scene.corrects and says_only_numbers(clause, scene)
        if scene.negated(quantity.span) or wrong or asked_back:
            denied[quantity.span] = quantity.value
    return denied


def _named(measure: Measure, clause: Clause, old: Iterable[Span], scene: Scene) -> list[str]:
    """The facts that words of the clause name, or of the one before where that tells the wrong number."""
    names = scene.lexicon.numbers.corrections.names
    before = scene.clauses[clause.index - 1] if clause.index else clause
    leads = any(before.span.overlaps(span) for span in old) or before.text in scene.lexicon.cues.correction
    for text in (clause.text, before.text if leads else ""):
        named = [fact for fact, words in names.items() if text in words and _has_unit(fact, measure, scene)]
        if scene.lexicon.numbers.streak.fact in named:
            return [scene.lexicon.numbers.streak.fact]  # 连续优秀: in a row, but no years of work
        if named:
            return named
    return []


def says_only_numbers(clause: Clause, scene: Scene) -> bool:
    """Whether the clause holds nothing but numbers, names of their facts, and words that put them right."""
    return all(_is_filling(part, scene) for part in scene.beside_numbers(clause).split())


def _is_filling(text: str, scene: Scene) -> bool:
    cues, words = scene.lexicon.cues, scene.lexicon.numbers.corrections
    since = scene.lexicon.numbers.service.since
    for patterns in (words.wrong, words.beside, cues.correction, cues.corrected_to, since, *words.names.values()):
        text = patterns.blank(text)
    rest = (cues.fillers.without(part) for part in text.split())
    return all(not each or scene.lexicon.negations.before.regex.fullmatch(each) is not None for each in rest)


def _nearest(measure: Measure, known: Iterable[FactValue]) -> list[FactValue]:
    """The known number that the years since a date can only be meant to put right: the one nearest to it."""
    years = measure.value if measure.bound is None else measure.bound.at_least
    numbers = [value for value in known if isinstance(value, int | float)]
    return [] if years is None or not numbers else [min(numbers, key=lambda value: abs(value - years))]


def _has_unit(fact: str, measure: Measure, scene: Scene) -> bool:
    """Whether the fact can be told in the unit of the measure; a bare number can tell any."""
    words = scene.lexicon.numbers
    years = {words.service.cumulative, words.service.continuous}
    if measure.kind == "moment":
        return fact in years | {words.ages.fact}
    if measure.kind == "start":
        return fact in years
    if measure.kind in LENGTHS:
        return fact in years | {words.streak.fact}
    if measure.kind == "bare":
        return fact in years | {words.streak.fact, words.ages.fact}
    return fact == words.ages.fact and measure.kind == "age"
