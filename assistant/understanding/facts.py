"""From all claims of an utterance to the facts that it states: contrast, correction, bare answers, inference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from assistant.domain.fact import FactValue
from assistant.understanding.afterthoughts import qualified, says_only_years, told_otherwise
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.comments import commented
from assistant.understanding.corrections import Correction, correction_of, is_prelude
from assistant.understanding.fields import Field, find_fields, without
from assistant.understanding.keywords import are_key_words
from assistant.understanding.numbers import read_numbers
from assistant.understanding.reservations import unreserved
from assistant.understanding.revisions import Undone, find_undone, standing_after
from assistant.understanding.sayings import read_sayings
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.titles import read_titles
from assistant.understanding.units import Units
from assistant.understanding.workplace import read_units


@dataclass(frozen=True, slots=True)
class Statements:
    """What the utterance says of facts: claims that stand, those supposed, the values denied, and what it undoes.

    `corrects`: what is stated puts right what was said before.
    """

    stated: tuple[Claim, ...] = ()
    supposed: tuple[Claim, ...] = ()
    denied: tuple[Claim, ...] = ()
    increments: dict[str, float] = field(default_factory=dict)
    undone: tuple[Undone, ...] = ()
    corrects: bool = False


class Corrected(NamedTuple):
    """The claims of a correction, and what it adds to numbers."""

    claims: list[Claim]
    increments: dict[str, float]


def find_facts(scene: Scene, idle: frozenset[int] = frozenset()) -> Statements:
    """All facts of an utterance, each at most once, in order; a yes or no in a clause of `idle` answers nothing."""
    filled, claims = _filled_in(scene)
    correction = correction_of(scene)
    right = _put_right(correction, scene) if correction else None
    if right is not None:
        found, increments = right
    else:
        found, increments = _all_claims(without(scene, filled) if filled else scene, idle)
    if are_key_words(scene, found):
        found = []
    if scene.context.asked is None:  # 不用了谢谢 declines more help, and nothing else
        found = [claim for claim in found if scene.clause_at(claim.span.start).index not in idle]
    facts, agreed = scene.lexicon.facts, commented(_agreeing([*claims, *found], scene), scene)
    claims = [claim for claim in agreed if claim.fact in facts and claim.can_be_of(facts[claim.fact])]
    claims += _implied(claims, scene)
    meant = [claim for claim in claims if not claim.negated]
    if not (scene.corrects or right):
        meant = _highest(meant, scene)
    stated = _settle(claim for claim in meant if claim.standing is Standing.STATED)
    if not claims or says_only_years(claims, scene):
        stated = told_otherwise(scene, lambda again, idly: _all_claims(again, idly)[0]) or stated
    undone = find_undone(scene, stated) or _taken_back(correction, stated, scene)
    undone = undone or (() if claims else qualified(scene, stated))
    stated = _that_stand(standing_after(undone, stated), claims, scene)
    supposed = _settle(claim for claim in meant if claim.standing is Standing.SUPPOSED)
    corrects = scene.corrects or right is not None or bool(stated and not claims)
    return Statements(tuple(stated), tuple(supposed), tuple(_denied(claims, stated)), increments, undone, corrects)


def _filled_in(scene: Scene) -> tuple[tuple[Field, ...], list[Claim]]:
    """The fields of a form that answer their question, and what they say."""
    filled: list[Field] = []
    claims: list[Claim] = []
    for entry in find_fields(scene):
        for part in entry.scenes(scene):
            found, _ = _all_claims(part)
            if any(claim.fact == part.context.asked for claim in found):
                claims += entry.in_place(found)
                filled.append(entry)
                break
    return tuple(filled), claims


def _that_stand(stated: Sequence[Claim], claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """What is stated, without what other words leave open and without remarks beside an answer."""
    if scene.corrects:
        return list(stated)
    return [claim for claim in unreserved(stated, claims, scene) if not _is_remark(claim, stated, scene)]


def _all_claims(scene: Scene, idle: frozenset[int] = frozenset()) -> tuple[list[Claim], dict[str, float]]:
    titles, taken = read_titles(scene)
    units = Units(scene, taken)
    numbers, increments = read_numbers(scene, units)
    sayings = read_sayings(scene)
    claims = [*read_units(scene, units, sayings), *titles, *sayings, *numbers]
    answers = len(idle) < len(scene.clauses)
    if answers and not any(claim.fact == scene.context.asked for claim in claims):
        claims += _same_as_known(scene, claims) or _bare_answers(scene, claims, idle)
    return claims, increments


def _put_right(correction: Correction, scene: Scene) -> Corrected | None:
    """What a correction states: of the fact answered last, and of whatever else it says. None where it is none."""
    answered = correction.fact
    rest, increments = _all_claims(scene, frozenset(clause.index for clause in scene.clauses))
    if any(claim.fact == answered for claim in rest):
        return Corrected(rest, increments)
    for reading in correction.readings:
        found = [claim for claim in _all_claims(reading)[0] if claim.fact == answered]
        if found and (correction.sure or found[-1].differs_from(scene.context.known.get(answered))):
            others = [claim for claim in rest if not any(claim.span.overlaps(each.span) for each in found)]
            return Corrected([*others, *found], increments)
    return Corrected(rest, increments) if correction.sure else None


def _is_remark(claim: Claim, stated: Sequence[Claim], scene: Scene) -> bool:
    """Whether a remark beside an answer would change what is known: 有,市农业局的; 考了,25岁拿的证."""
    asked, service = scene.context.asked, scene.lexicon.numbers.service
    years = (service.cumulative, service.continuous)
    told = [scene.context.known.get(fact) for fact in (years if claim.fact in years else (claim.fact,))]
    known = next((value for value in told if value is not None), None)
    if known is None or claim.fact == asked or known == claim.value or scene.text in scene.lexicon.cues.now:
        return False
    return any(each.fact == asked for each in stated)


def _taken_back(correction: Correction | None, stated: Sequence[Claim], scene: Scene) -> tuple[Undone, ...]:
    """The answer given last, where it is taken back in words that cannot be read: better none than a wrong one."""
    asks = scene.asks or bool(scene.topics)
    if correction is None or not correction.sure or stated or asks:
        return ()
    return (Undone(correction.fact, scene.clauses[0].span),)


def _highest(claims: list[Claim], scene: Scene) -> list[Claim]:
    """Of several values of a fact that counts the highest (degrees), only that one."""
    words = scene.lexicon.fact_words

    def rank(claim: Claim) -> int:
        return words[claim.fact].fact.values.index(str(claim.value))

    best: dict[str, int] = {}
    counted = [claim for claim in claims if words[claim.fact].highest]
    for claim in counted:
        best[claim.fact] = max(best.get(claim.fact, 0), rank(claim))
    return [claim for claim in claims if not words[claim.fact].highest or rank(claim) == best[claim.fact]]


def _agreeing(claims: list[Claim], scene: Scene) -> list[Claim]:
    """The claims without those of one clause that say both yes and no of a fact (既看病又管后勤)."""
    said: dict[tuple[str, int], set[bool]] = {}
    for claim in claims:
        if isinstance(claim.value, bool):
            said.setdefault((claim.fact, scene.clause_at(claim.span.start).index), set()).add(claim.value)
    torn = {place for place, values in said.items() if len(values) > 1}
    listed = _listed(claims, scene)
    return [
        claim
        for claim in claims
        if (claim.fact, scene.clause_at(claim.span.start).index) not in torn and claim.fact not in listed
    ]


def _listed(claims: list[Claim], scene: Scene) -> set[str]:
    """Facts of which several values are only listed (特岗 三支一扶 西部计划) or told at once (一半事业一半企业)."""
    words = scene.lexicon.fact_words
    values: dict[str, set[FactValue | None]] = {}
    for claim in claims:
        lists = words[claim.fact].needs_assertion or (words[claim.fact].single and claim.standing is Standing.STATED)
        if lists and isinstance(claim.value, str) and not claim.negated:
            values.setdefault(claim.fact, set()).add(claim.value)
    return {fact for fact, said in values.items() if len(said) > 1 and not scene.corrects}


def _same_as_known(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """一直没断, said of the years in a row: they are the cumulative ones already known, or bounded as those are.

    Where they are not asked for, that has to be all that is said, and no answer to what else is asked (一直是).
    """
    service, context = scene.lexicon.numbers.service, scene.context
    known, bound = context.known.get(service.cumulative), context.bounds.get(service.cumulative)
    apart = {service.continuous, scene.lexicon.numbers.ages.fact, None}
    if context.asked not in apart or (known is None and bound is None):
        return []
    free = context.asked != service.continuous
    if free and (claims or service.continuous in context.known or service.continuous in context.bounds):
        return []
    for clause in scene.clauses:
        if _says_unbroken(clause, scene) if free else (clause.text in service.same or _yes_or_no(clause, scene)):
            same = Claim(service.continuous, known, clause.span, source="derived", reason=service.same_reason)
            return [same if known is not None else replace(same, bound=bound, source="said", reason="")]
    return []


def _says_unbroken(clause: Clause, scene: Scene) -> bool:
    """Whether the clause says nothing but that the years were not interrupted: 到现在没断过."""
    service = scene.lexicon.numbers.service
    cues = [span for span in scene.spans(service.continuous_cues, clause) if not scene.negated(span)]
    stated = any(scene.standing(span) is Standing.STATED for span in cues)
    rest = service.answer_words.without(service.continuous_cues.blank(clause.text))
    return stated and not scene.lexicon.cues.fillers.without(rest).strip()


def _denied(claims: Iterable[Claim], stated: Iterable[Claim]) -> list[Claim]:
    """Values that the applicant says he does not have, of facts for which he names no other."""
    said = {claim.fact for claim in stated}
    return [
        claim
        for claim in claims
        if claim.negated and claim.standing is Standing.STATED and claim.fact not in said and claim.bound is None
    ]


def _implied(claims: Iterable[Claim], scene: Scene) -> list[Claim]:
    """What a number of years in a row implies: an excellent one among them; as many years altogether."""
    streak, service = scene.lexicon.numbers.streak, scene.lexicon.numbers.service
    implied = [
        replace(claim, fact=streak.implied_fact, value=streak.implied_value, source="derived", reason=streak.reason)
        for claim in claims
        if claim.fact == streak.fact and not claim.negated and isinstance(claim.value, int | float) and claim.value >= 1
    ]
    if _matters(service.implied_fact, scene):
        value, reason = service.implied_value, service.implied_reason
        implied += [
            replace(claim, fact=service.implied_fact, value=value, source="derived", reason=reason)
            for claim in claims
            if claim.fact == service.cumulative and isinstance(claim.value, int | float) and claim.value > 0
        ]
    if scene.context.asked != service.continuous:
        implied += [
            replace(claim, fact=service.cumulative, source="derived", reason=service.reason)
            for claim in claims
            if claim.fact == service.continuous and claim.value is not None
        ]
    return implied


def _matters(fact: str, scene: Scene) -> bool:
    """Whether the fact is asked for, or what hangs on it is being talked of."""
    topics = scene.lexicon.fact_words[fact].topics
    return fact == scene.context.asked or bool(topics.intersection(scene.context.topic[:1]))


def _settle(claims: Iterable[Claim]) -> list[Claim]:
    """One claim a fact: what is said beats what is inferred, a clear word beats a weak one, the last one stands."""
    best: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda each: (each.span.start, each.span.end)):
        held = best.get(claim.fact)
        if held is None or _rank(claim) >= _rank(held):
            best[claim.fact] = claim
    return sorted(best.values(), key=lambda each: each.span.start)


def _rank(claim: Claim) -> tuple[bool, bool, bool]:
    return (claim.source == "said", not claim.weak, claim.value is not None)


def _bare_answers(scene: Scene, claims: list[Claim], idle: frozenset[int]) -> list[Claim]:
    """What a yes or no of its own clause means for the fact just asked for, where nothing clearer is said of it."""
    asked = scene.context.asked
    if asked is None or asked not in scene.lexicon.facts or any(claim.fact == asked for claim in claims):
        return []
    if any(scene.colour(clause).hedge is not None for clause in scene.clauses):
        return []
    spoken = [clause for clause in scene.clauses if clause.index not in idle]
    answers = [
        (clause, answer)
        for clause in spoken
        if (answer := _answer(clause, scene)) is not None and not _leads_to_more(clause, claims, scene)
    ]
    if not answers:
        return []
    clause, answer = answers[-1]  # the last word counts: 嗯,没有
    value = _meaning(asked, answer, scene)
    return [] if value is None else [Claim(asked, value, clause.span)]


def _leads_to_more(clause: Clause, claims: Iterable[Claim], scene: Scene) -> bool:
    """Whether a yes or no is none: it only opens what follows, or takes back something that other words put right."""
    words = scene.lexicon.revisions
    takes_back = clause.text in words.sure_openers or clause.text in words.unsure_openers
    more = any(claim.span.start >= clause.span.end for claim in claims)
    return is_prelude(scene, clause.index) or (takes_back and more)


def _answer(clause: Clause, scene: Scene) -> bool | None:
    """The yes or no that the clause is, if it is the applicant's and no finding is still open."""
    if not scene.is_applicant(clause.span.end - 1) or scene.colour(clause).pending or scene.rejects(clause):
        return None
    findings = scene.lexicon.findings
    if scene.context.asked in findings.open_facts and clause.text in findings.still_open:
        return None
    words, asked = scene.lexicon.numbers, scene.context.asked
    if _turns_from_it(clause, scene):
        return None
    if asked in words.zero_when_denied and clause.text in words.refused:
        return False
    if asked in words.zero_when_denied - words.zero_when_refused:
        return None  # 没有, said when years without a break are asked for, mostly says that there was no break
    return _yes_or_no(clause, scene)


def _turns_from_it(clause: Clause, scene: Scene) -> bool:
    """算了 and 嗯那个 hold the 算 and the 嗯 of a yes, and answer nothing."""
    words = scene.lexicon.commands
    return words.hesitation.covers(clause.text) or any(kind.covers(clause.text) for _, kind in words.drop)


def _yes_or_no(clause: Clause, scene: Scene) -> bool | None:
    cues = scene.lexicon.cues
    for text in (clause.text, cues.answer_fillers.strip(clause.text)):
        if text in cues.affirmed:
            return True
        if text in cues.refused:
            return False
    return None


def _meaning(asked: str, answer: bool, scene: Scene) -> FactValue | None:
    fact, words = scene.lexicon.facts[asked], scene.lexicon.fact_words[asked]
    if fact.type == "boolean":
        return words.affirmed if answer else words.refused
    if fact.type == "number" and not answer and asked in scene.lexicon.numbers.zero_when_denied:
        return 0
    return None
