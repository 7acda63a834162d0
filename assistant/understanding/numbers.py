"""Gives every number to the one fact whose unit and cue words fit it; a number is used once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.quantities import Quantity
from assistant.understanding.ahead import as_of_today
from assistant.understanding.claims import Claim
from assistant.understanding.layout import LENGTHS
from assistant.understanding.measures import Measure, fits, of_quantities
from assistant.understanding.periods import find_periods
from assistant.understanding.renumbering import corrected_facts, denied_numbers
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.service import less_breaks, service_facts, tells_place, tells_tenure
from assistant.understanding.streaks import STREAK, counts_years, find_streaks, may_be_year, only_answers
from assistant.understanding.units import Units


def read_numbers(scene: Scene, units: Units) -> tuple[list[Claim], dict[str, float]]:
    """Claims of all number facts, and what a supposition adds to them (再干两年)."""
    claims: list[Claim] = []
    unplaced: list[Measure] = []
    increments: dict[str, float] = {}
    words, denied = scene.lexicon.numbers, denied_numbers(scene)
    for measure in _measures(scene, units):
        passing = next((each for each in words.passing if fits(each.patterns, measure.span, scene)), None)
        if measure.kind in LENGTHS and passing is not None:
            if measure.value is not None and _supposes_time(measure.span, scene):
                increments.update(dict.fromkeys(passing.facts, measure.value))
            continue
        now, standing = as_of_today(measure, scene), scene.standing(measure.span)
        if standing is Standing.SUPPOSED:
            now, standing = _supposed(measure, now, scene)
        if standing is Standing.NOTHING or not now.tells:
            continue
        now = less_breaks(now, scene, units)
        put_right = corrected_facts(now, claims, denied, scene)
        facts = list(_facts(now, scene, units)) if put_right is None else put_right
        claims += _claims(now, facts, standing, scene)
        if not facts and _may_count(now, scene, units):
            unplaced.append(now)
    summed = _at_least(_summed(_in_parts(claims, scene), scene, units), unplaced, scene)
    return _one_age(summed, scene), increments or _coming(scene)


def _may_count(measure: Measure, scene: Scene, units: Units) -> bool:
    """Whether a span between two dates tells years that may count too, though nobody says of what: 又从13年到18年."""
    clause = scene.clause_at(measure.span.start)
    return (
        _is_dated_span(measure.span, scene)
        and tells_place(clause, scene, units) is not False
        and scene.is_applicant(measure.span.start)
    )


def _is_dated_span(span: Span, scene: Scene) -> bool:
    return any(each.kind == "range" and each.span == span for each in scene.dates)


def _at_least(claims: list[Claim], unplaced: Sequence[Measure], scene: Scene) -> list[Claim]:
    """The years all together are no fewer than those told, where other years may count as well."""
    cumulative = scene.lexicon.numbers.service.cumulative
    if not unplaced:
        return claims
    return [
        replace(claim, value=None, bound=Bound(float(claim.value), None), since=None)
        if claim.fact == cumulative and isinstance(claim.value, int | float) and not claim.negated
        else claim
        for claim in claims
    ]


def _coming(scene: Scene) -> dict[str, float]:
    """那明年呢: the year that is supposed to have come."""
    words, cues = scene.lexicon.numbers, scene.lexicon.cues
    if scene.context.asked is not None or len(scene.clauses) != 1 or scene.text not in cues.suppose_time:
        return {}
    named = [word for word in words.coming if word in scene.text]
    if not named:
        return {}
    return dict.fromkeys(words.passing[0].facts, float(words.coming[max(named, key=len)]))


def _measures(scene: Scene, units: Units) -> Iterator[Measure]:
    for measure in (*of_quantities(scene), *find_periods(scene, units)):
        if not counts_years(measure.span, scene):
            yield measure
    yield from find_streaks(scene)


def _summed(claims: list[Claim], scene: Scene, units: Units) -> list[Claim]:
    """先在村里干8年,后来到镇上又干了9年: parts of the years all together, where no total was told."""
    service = scene.lexicon.numbers.service
    parts = [claim for claim in claims if claim.fact == service.cumulative and _is_part(claim, scene)]
    others = [
        claim for claim in claims if claim.fact in {service.cumulative, service.continuous} and claim not in parts
    ]
    values = [float(claim.value) for claim in parts if isinstance(claim.value, int | float)]
    spans = [claim for claim in claims if claim.fact == service.cumulative and _is_between_months(claim)]
    if any(claim not in spans for claim in others) or scene.corrects or scene.text in service.part_of:
        return claims
    if len(values) + len(spans) < 2:
        return claims
    if not spans and len(set(values)) == 1:
        return _repeated(parts, claims, values[0], scene)
    parts = [claim for claim in claims if claim in parts or claim in spans]
    placed = all(tells_place(scene.clause_at(claim.span.start), scene, units) for claim in parts)
    if not placed and scene.text not in service.sequence:
        return [claim for claim in claims if claim not in parts]
    total, bound = sum(values), None
    if spans:  # 2013年9月到2018年9月一段, four years or five
        ranges = [claim.bound for claim in spans if claim.bound is not None]
        least, below = sum(each.at_least or 0.0 for each in ranges), sum(each.below or 0.0 for each in ranges)
        bound = Bound(total + least, total + below)
    value = None if bound else total
    whole = replace(parts[-1], value=value, bound=bound, source="derived", reason=service.sum_reason, since=None)
    return [claim for claim in claims if claim not in parts] + [whole]


def _is_between_months(claim: Claim) -> bool:
    """Whether it is a span between two dates of which the day of the month decides how many years it has."""
    bound = claim.bound
    if claim.standing is not Standing.STATED or claim.negated or bound is None:
        return False
    return bound.at_least is not None and bound.below is not None and bound.below - bound.at_least <= 2


def _one_age(claims: list[Claim], scene: Scene) -> list[Claim]:
    """The claims without ages that contradict each other: 年龄:56 工龄:33 党龄:20, where nothing is put right."""
    fact = scene.lexicon.numbers.ages.fact
    told = [claim for claim in claims if claim.fact == fact and claim.standing is Standing.STATED and not claim.negated]
    values = {claim.value for claim in told if claim.value is not None}
    if len(values) < 2 or scene.corrects or scene.text in scene.lexicon.cues.now:
        return claims
    rejects = [clause.span.start for clause in scene.clauses if clause.text in scene.lexicon.revisions.not_so]
    since = [claim for claim in told if rejects and claim.span.start > rejects[-1]]  # 五十四,哦不,五十五
    return [claim for claim in claims if claim not in told or claim in since]


def _repeated(parts: Sequence[Claim], claims: list[Claim], value: float, scene: Scene) -> list[Claim]:
    """在村里干了2年,到镇上2年: the same number twice beside words is of two times, or of one said again."""
    places = {scene.clause_at(claim.span.start).index for claim in parts}
    if any(claim.since for claim in parts) and not any(_is_dated_span(claim.span, scene) for claim in parts):
        return [
            claim for claim in claims if claim not in parts[:-1]
        ]  # 2020年10月考来的,干满六年了: one time, told twice
    if len(places) < 2 or any(scene.holds_only_numbers(scene.clauses[index]) for index in places):
        return claims
    bound = Bound(value, (value + 1) * len(parts))
    return [claim for claim in claims if claim not in parts] + [replace(parts[-1], value=None, bound=bound, since=None)]


def _in_parts(claims: list[Claim], scene: Scene) -> list[Claim]:
    """村里干了8年,镇上22年: of years in a row told in parts, the last are sure, and all of them are the most."""
    service = scene.lexicon.numbers.service
    parts = [claim for claim in claims if claim.fact == service.continuous and _is_part(claim, scene)]
    values = [float(claim.value) for claim in parts if isinstance(claim.value, int | float)]
    if len(set(values)) < 2 or scene.corrects:
        return claims
    if scene.text in service.part_of:
        inside = {claim.span for claim in parts[1:] if scene.clause_at(claim.span.start).text in service.part_of}
        return [claim for claim in claims if claim.span not in inside]
    bound = Bound(values[-1], sum(values) + len(values))
    whole = replace(parts[-1], value=None, bound=bound, since=None)
    told = {claim.span for claim in parts}
    return [claim for claim in claims if claim.span not in told] + [whole]


def _is_part(claim: Claim, scene: Scene) -> bool:
    clause = scene.clause_at(claim.span.start)
    total = scene.says(scene.lexicon.numbers.service.cumulative_cues, clause)
    return claim.standing is Standing.STATED and claim.value is not None and not claim.negated and not total


def _supposed(measure: Measure, now: Measure, scene: Scene) -> tuple[Measure, Standing]:
    """明年就满30年了 tells what is true today; 要是明年满30年呢 supposes that the day has come."""
    told = scene.clause_at(measure.span.start).text in scene.lexicon.cues.suppose_ahead
    return (now, Standing.STATED) if told and now is not measure else (measure, Standing.SUPPOSED)


def _claims(measure: Measure, facts: Sequence[str], standing: Standing, scene: Scene) -> Iterator[Claim]:
    negated = scene.negated(measure.span)
    for place, fact in enumerate(facts):
        weak = place > 0  # continuous years are cumulative ones too, unless others are named
        now = _decided(measure, fact, scene)
        if weak and now.bound is not None and now.bound.at_least is None:
            continue  # fewer than that in a row, and perhaps more all together
        yield Claim(fact, now.value, now.span, standing, negated, now.bound, weak=weak, since=now.since)


def _decided(measure: Measure, fact: str, scene: Scene) -> Measure:
    """The measure, or only what it can be where the month decides whether a rule's number of years is full."""
    loose = measure.loose
    if loose is None or loose.at_least is None:
        return measure
    numbers = scene.lexicon.numbers
    years = {numbers.service.cumulative, numbers.service.continuous}
    facts = years if fact in years else {fact}  # the one may be taken for the other later
    limits = [limit for each in facts for limit in numbers.thresholds.get(each, ())]
    if any(loose.at_least < limit and loose.admits(limit) for limit in limits):
        return replace(measure, value=None, bound=loose, since=None)
    return measure


def _supposes_time(span: Span, scene: Scene) -> bool:
    """再干两年呢 supposes; 再干两年就退休了 tells, and 想再干两年 wishes."""
    clause = scene.clause_at(span.start)
    if not scene.is_applicant(span.start) or scene.before(span) in scene.lexicon.numbers.passing_wish:
        return False
    following = scene.clauses[clause.index : clause.index + 2]
    asks = any(scene.colour(each).asks for each in following if each.sentence == clause.sentence)
    return asks or any(span.overlaps(supposed) for supposed in scene.suppositions)


def _facts(measure: Measure, scene: Scene, units: Units) -> Iterator[str]:
    """The facts that the measure gives, the one meant first."""
    words = scene.lexicon.numbers
    if measure.kind == "born" or (measure.kind in {"age", "bare"} and _is_age(measure, scene)):
        if measure.value is None or measure.value.is_integer():  # 73.8, as forms have it, is a month of birth
            yield words.ages.fact
    elif fits(words.streak.wished, measure.span, scene):
        return
    elif _is_streak(measure, scene):
        if measure.value is None or measure.value <= words.streak.most:
            yield words.streak.fact
    elif (measure.kind not in LENGTHS and not _answers_years(measure, scene)) or _is_of_assessments(measure, scene):
        return
    elif measure.since or not _is_ignored(measure, scene) or tells_tenure(measure, scene):
        yield from service_facts(measure, scene, units)


def _is_of_assessments(measure: Measure, scene: Scene) -> bool:
    """优秀其实就连续两年; 今年又优秀,顶多算连着一年: years in a row of assessments spoken of, and of no work."""
    service, clause = scene.lexicon.numbers.service, scene.clause_at(measure.span.start)
    earlier = [each for each in scene.sentences[clause.sentence] if each.index <= clause.index]
    if not any(each.text in scene.lexicon.numbers.streak.words for each in earlier):
        return False
    cued = clause.text in service.continuous_cues and measure.since is None
    return cued and clause.text not in service.place_words and clause.text not in service.working


def _is_ignored(measure: Measure, scene: Scene) -> bool:
    """Whether words around a length of time tell that it is of something else; the 断 of 不间断16年 tells nothing."""
    before, after = scene.before(measure.span), scene.after(measure.span)
    clause = scene.clause_at(measure.span.start)
    if clause.index and scene.text[clause.span.start - 1] == ":":
        before = f"{scene.clauses[clause.index - 1].text}:{before}"  # 拟延聘年限:2年
    cues = scene.unbroken(clause)
    ahead = cues.overlapping(Span(measure.span.start - 1, measure.span.start))
    led = next((span for span in ahead if span.end == measure.span.start), None)
    if led is not None and not scene.lexicon.negations.inside.search(led.of(scene.text)):
        led = None
    before = before if led is None else before[: len(before) - (led.end - led.start)]
    return any(pattern.fits(before, after) for pattern in scene.lexicon.numbers.ignore)


def _answers_years(measure: Measure, scene: Scene) -> bool:
    service = scene.lexicon.numbers.service
    asked = measure.kind == "bare" and scene.context.asked in {service.cumulative, service.continuous}
    return asked and not _is_beyond_years(measure, scene)


def _is_beyond_years(measure: Measure, scene: Scene) -> bool:
    """Whether a number is too great for years of work, where its unit is not said: an age, then."""
    least = measure.value if measure.bound is None else measure.bound.at_least
    return measure.kind == "bare" and (least or 0) > scene.lexicon.numbers.service.most_bare


def _is_streak(measure: Measure, scene: Scene) -> bool:
    words = scene.lexicon.numbers
    if measure.kind == STREAK or fits(words.streak.near, measure.span, scene):
        return True
    asked = scene.context.asked == words.streak.fact and measure.kind in {*LENGTHS, "bare"} and measure.since is None
    if not asked or may_be_year(measure, scene):
        return False
    return only_answers(measure.span, scene) and not fits(words.ignore, measure.span, scene)


def _is_age(measure: Measure, scene: Scene) -> bool:
    ages, asked = scene.lexicon.numbers.ages, scene.context.asked
    if fits(ages.ignore, measure.span, scene):
        return False
    if asked != ages.fact and _is_headed(measure.span, ages.fact, scene):
        return True
    if asked == ages.fact:
        clause = scene.clause_at(measure.span.start)
        rest = scene.lexicon.cues.fillers.without(ages.answer_words.without(scene.beside_numbers(clause)))
        return measure.kind == "age" or not rest.strip() or fits(ages.bare, measure.span, scene)
    if measure.kind == "age":
        return True
    fact = scene.lexicon.facts.get(asked or "")
    if fact is not None and fact.type == "number":
        lengths = [other for other in scene.quantities if other.kind in LENGTHS]
        beside = measure.value is not None and bool(lengths)
        named = fits(ages.bare, measure.span, scene) and bool(scene.before(measure.span))
        named = named and not _reaches(measure, scene)
        years = asked in {scene.lexicon.numbers.service.cumulative, scene.lexicon.numbers.service.continuous}
        if years and not named and scene.corrects:
            return False  # 21,不对,22年: both are of the years asked for
        if years and not named and not _is_beyond_years(measure, scene) and not _tells_years(lengths):
            return False  # 16,中间借出去过俩月: the bare number answers for the years
        return (measure.suggests_age and beside) or named or (years and _is_beyond_years(measure, scene))
    if measure.kind == "bare" and _goes_on_with_years(measure, scene):
        return False
    alone = scene.text.strip() == measure.span.of(scene.text)
    return not alone and (measure.suggests_age or fits(ages.bare, measure.span, scene))


def _goes_on_with_years(measure: Measure, scene: Scene) -> bool:
    """干了不到三十年,再有仨月整三十: whether a bare number comes so near to years told before that it is of those."""
    earlier = (each for each in scene.quantities if each.kind == "years" and each.span.end <= measure.span.start)
    told = [each.below if each.value is None else each.value for each in earlier]
    value = measure.value
    return value is not None and any(years is not None and abs(years - value) <= 1 for years in told)


def _tells_years(lengths: Sequence[Quantity]) -> bool:
    return any(each.kind == "years" for each in lengths)


def _is_headed(span: Span, fact: str, scene: Scene) -> bool:
    """Whether the clause in front of the number's is but the name of the fact: 岁数嘛,四十出头."""
    index = scene.clause_at(span.start).index - 1
    names = scene.lexicon.numbers.corrections.names.get(fact)
    if index < 0 or names is None or scene.clauses[index].text not in names:
        return False
    return not scene.lexicon.cues.fillers.without(names.blank(scene.clauses[index].text)).strip()


def _reaches(measure: Measure, scene: Scene) -> bool:
    """12月满30, said when years were asked for."""
    return _answers_years(measure, scene) and fits(scene.lexicon.numbers.ages.reached, measure.span, scene)
