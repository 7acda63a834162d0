"""Whether a level that is named is one that the applicant has, one that he aims at, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.claims import Claim
from assistant.understanding.holding import Holding, Stage
from assistant.understanding.patterns import PatternSet
from assistant.understanding.scene import Scene, Standing

_REACH: Final = 16
_HEAD: Final = 6
"""How many characters behind a title, and at the head of the next clause, can be of an attempt at it."""


def held_or_aimed(level: str, span: Span, holding: Holding, scene: Scene) -> Iterator[Claim]:
    """What naming a level tells: that one has it, or wants it; nothing where it is neither."""
    words, first = scene.lexicon.titles, holding.first(span)
    wanted = is_aimed_at(first, holding, scene)
    standing = scene.standing(span)
    if standing is Standing.NOTHING and not (wanted and asks_to_reach(span, scene)):
        return
    negated = scene.negated(first)
    if _named_by_topic(span, scene) or (_apart(first, holding, scene) and not negated):
        return
    if wanted and (negated or _aims_elsewhere(first, scene)):
        return
    fact = words.target_fact if wanted else words.level_fact
    yield Claim(fact, level, span, standing if standing is not Standing.NOTHING else Standing.STATED, negated)


def is_aimed_at(span: Span, holding: Holding, scene: Scene) -> bool:
    """Whether the level is wished for: a wish in front of it in its clause, with no word of possession in between."""
    stage = holding.stage(span)
    if stage is not Stage.OPEN:
        return stage is Stage.AIMED
    cues, words = scene.lexicon.cues, scene.lexicon.titles
    before = scene.before(span)
    if _wished_afterwards(scene.after(span)[:_REACH], scene) and _last(cues.possess, before) < 0:
        return True
    wish = _last(cues.wish_title, before)
    if before.endswith(cues.title_got):
        return False
    if before.endswith(cues.title_verbs) and not scene.after(span).startswith(cues.title_done):
        return True
    possess = _last(cues.possess, before)
    if wish >= 0:
        origin = cues.range_from.search(before[wish:])
        if origin is not None and before.endswith(origin.group()):
            return False
        return possess <= wish
    if scene.context.asked == words.target_fact:
        return (possess < 0 or possess < len(before) - 3) and not _belongs_to_unit(before, scene)
    return (
        bool(cues.range_to.search(before[-3:]))
        and any(True for _ in words.titles.find(before))
        and before.endswith(tuple(match.group() for match in cues.range_to.find(before)))
    )


def asks_to_reach(span: Span, scene: Scene) -> bool:
    """我能评副高不: a question about one's own next title says what it is."""
    clause = scene.clause_at(span.start)
    colour = scene.colour(clause)
    spoken_of = any(True for _ in scene.lexicon.persons.first.find(scene.before(span)))  # 能给我评个副高不
    return (
        colour.asks
        and (spoken_of or any(scene.is_applicant(end) for end, _ in scene.persons))
        and scene.is_applicant(span.start)
        and not any(span.overlaps(policy) for policy in scene.mentions_of_policy)
    )


def _elsewhere(span: Span, scene: Scene) -> bool:
    """Whether the level belongs to something else: a topic of the policy, a quota, an attempt that failed."""
    cues = scene.lexicon.cues
    after = scene.after(span)
    if after.startswith(cues.title_not_own) or scene.before(span).endswith(cues.title_not_own_before):
        return True
    rest = scene.text[span.end : span.end + _REACH]
    before = scene.before(span)[-_REACH:]
    return rest in cues.attempt_after and (before in cues.attempt_before)


def _named_by_topic(span: Span, scene: Scene) -> bool:
    return any(topic.start <= span.start and span.end <= topic.end for topic, _ in scene.topics)


def _apart(span: Span, holding: Holding, scene: Scene) -> bool:
    """Whether the title is neither held nor wanted."""
    stage = holding.stage(span)
    if stage in {Stage.HELD, Stage.AIMED}:
        return stage is Stage.AIMED and _failed(span, holding, scene)
    if stage is Stage.APART or _elsewhere(span, scene) or _failed(span, holding, scene):
        return True
    supposed = scene.standing(span) is Standing.SUPPOSED  # 要是我才中级呢: nobody else is meant
    return not supposed and not is_aimed_at(span, holding, scene) and holding.unread(span)


def _failed(span: Span, holding: Holding, scene: Scene) -> bool:
    """报了副高没过: told in the same clause or at the head of the next."""
    failed = scene.lexicon.cues.attempt_after
    told = holding.window(span)[1] in failed or holding.next(span)[:_HEAD] in failed
    return told and not scene.negated(span)


def _aims_elsewhere(span: Span, scene: Scene) -> bool:
    """报中级不报副高: the verb of applying stands between the negation and the title."""
    before = scene.before(span)
    verb = next((verb for verb in scene.lexicon.cues.title_verbs if before.endswith(verb)), "")
    return bool(verb) and scene.lexicon.negations.before.regex.search(before.removesuffix(verb)) is not None


def _belongs_to_unit(before: str, scene: Scene) -> bool:
    """镇卫生院的护师: a title behind the unit where one works is held, whatever was asked."""
    found = scene.lexicon.units.institutions.find(before)
    return any(before[each.span.end :] in scene.lexicon.units.owning for each in found)


def _wished_afterwards(after: str, scene: Scene) -> bool:
    """高级会计师我想考: the wish stands behind its object, and has no other."""
    match = scene.lexicon.cues.wish_after.search(after)
    if match is None:
        return False
    words = scene.lexicon.titles
    graded = (words.levels, words.titles, words.vague_levels)
    return not any(True for each in graded for _ in each.find(after[match.end() :]))


def _last(patterns: PatternSet, text: str) -> int:
    ends = [match.end() for match in patterns.find(text)]
    return max(ends, default=-1)
