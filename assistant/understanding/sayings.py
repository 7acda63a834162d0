"""Reads facts from the ways of saying them that `rules/terms/expressions.yaml` lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.understanding.beside import Surroundings
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.findings import is_settled
from assistant.understanding.lexicon import FactWords, Said
from assistant.understanding.places import Places
from assistant.understanding.scene import Scene, Standing


class Hit(NamedTuple):
    """A way of saying it, found in the utterance."""

    span: Span
    said: Said
    match: re.Match[str]


class Heard(NamedTuple):
    """A claim as it was heard, and whether its words are clear without any context."""

    claim: Claim
    clear: bool


def read_sayings(scene: Scene) -> list[Claim]:
    """Claims of every fact that is said in words of its own; of overlapping ways to say it, the longest.

    Words that clearly speak of one fact are not read loosely as another: 没得过表彰 is no answer about 优秀.
    """
    read: list[Heard] = []
    for words in scene.lexicon.fact_words.values():
        if not words.ways.can_match(scene.text):
            continue
        possible = words.ways.within(scene.text)
        stated = _hits(words, (said for said in _sayings(words, scene) if said.pattern in possible), scene)
        implied = _hits(words, (said for said in words.derived if said.pattern in possible), scene)
        for index in sorted(stated.keys() | implied.keys()):
            clause = scene.clauses[index]
            if index in stated:
                read.extend(_claims(words, stated[index], clause, scene))
            else:
                read.extend(Heard(claim, True) for claim in _derived(words, implied[index], scene))
    read += _asserted_beside(read, scene)
    read = _answered_across(scene, read)
    clear = [each.claim for each in read if each.clear and each.claim.source == "said"]
    return [each.claim for each in read if each.clear or not _spoken_for(each.claim, clear)]


def _answered_across(scene: Scene, read: list[Heard]) -> list[Heard]:
    """先考试,完了还得上会评: what takes more than one clause to say, in place of what a single one would say."""
    if scene.asks:
        return read
    for words in scene.lexicon.fact_words.values():
        for said in (*words.told, *(words.across if words.fact.id == scene.context.asked else ())):
            match = said.pattern.search(scene.text)
            if match is not None and _is_told(words, match, scene):
                whole = Span(match.start(), match.end())
                others = (each for each in read if each.claim.fact != words.fact.id)
                others = (each for each in others if each.clear or not _holds(whole, each.claim.span))
                read = [*others, Heard(Claim(words.fact.id, said.value, whole), True)]
                break
    return read


def _is_told(words: FactWords, match: re.Match[str], scene: Scene) -> bool:
    """Whether what takes several clauses is told of the applicant; 考就行,不用 | 评 denies a part of what it says."""
    denied = words.fact.type != "boolean" and any(scene.denies(gap) for gap in match.groups())
    left_open = any(gap and gap in words.gap_not for gap in match.groups())
    supposed = any(Span(match.start(), match.end()).overlaps(span) for span in scene.suppositions)
    return scene.is_applicant(match.start()) and not denied and not left_open and not supposed


def _asserted_beside(read: Sequence[Heard], scene: Scene) -> list[Heard]:
    """三支一扶到期能优先吗,我是去年期满的: the one value named in the question is his who tells what belongs to it."""
    told = {each.claim.fact for each in read if each.claim.standing is Standing.STATED}
    found: list[Heard] = []
    for words in scene.lexicon.fact_words.values():
        if words.fact.id in told or not words.asserted_with & told or words.fact.id in scene.context.known:
            continue
        hits = [hit for clause in _hits(words, words.always, scene).values() for hit in clause]
        if len({hit.said.value for hit in hits}) == 1 and scene.is_applicant(hits[0].span.start):
            claim = Claim(
                words.fact.id, hits[0].said.value, hits[0].span, source="derived", reason=words.reason, weak=True
            )
            found.append(Heard(claim, True))
    return found


def _spoken_for(claim: Claim, clear: Iterable[Claim]) -> bool:
    """Whether clear words of another fact reach into these and go on behind them: 没得过 | 表彰."""
    return any(
        other.fact != claim.fact
        and other.span.start < claim.span.end < other.span.end
        and claim.span.overlaps(other.span)
        for other in clear
    )


def _sayings(words: FactWords, scene: Scene) -> tuple[Said, ...]:
    """The ways of saying it that count in this context."""
    sayings = words.always
    if _is_near(words, scene):
        sayings += words.near
    if words.fact.id == scene.context.asked:
        sayings += words.asked
    return sayings


def _is_near(words: FactWords, scene: Scene) -> bool:
    context = scene.context
    free = context.asked is None or scene.text in words.names  # what answers another question is not taken for this
    return (
        words.fact.id == context.asked
        or (free and bool(words.topics.intersection(context.topic[:1])))
        or scene.text in words.context
        or any(topic in words.topics for _, topic in scene.topics)
    )


def _hits(words: FactWords, sayings: Iterable[Said], scene: Scene) -> dict[int, list[Hit]]:
    """What is found, by clause; clauses that speak of something else are left out."""
    found: dict[int, list[Hit]] = defaultdict(list)
    for said in sayings:
        for index in scene.clauses_for(said.pattern):
            clause = scene.clauses[index]
            start = clause.span.start
            for match in said.pattern.regex.finditer(clause.text):
                if match.end() > match.start():
                    found[index].append(Hit(Span(start + match.start(), start + match.end()), said, match))
    kept = ((index, _not_excluded(words, hits, scene.clauses[index], scene)) for index, hits in found.items())
    return {index: hits for index, hits in kept if hits}


def _not_excluded(words: FactWords, hits: list[Hit], clause: Clause, scene: Scene) -> list[Hit]:
    if not _speaks_of(words, clause, scene):
        return []
    start = clause.span.start
    excluded = [Span(start + m.start(), start + m.end()) for m in words.exclude.find(clause.text)]
    return [hit for hit in hits if not any(hit.span.overlaps(span) for span in excluded)]


def _speaks_of(words: FactWords, clause: Clause, scene: Scene) -> bool:
    """Whether the clause can speak of this fact: not of its finding still open, and not of another like it."""
    if clause.text in words.pending or clause.text in words.not_with or clause.text in scene.lexicon.cues.revoked:
        return False
    named = {topic for _, topic in scene.topics}
    topics = named if named else set(scene.context.topic[:1])
    topics = set() if words.fact.id == scene.context.asked else topics
    if (words.not_topics & topics and not words.topics & topics) or scene.context.asked in words.not_when_asked:
        return False
    return words.only_with is None or _is_near(words, scene) or clause.text in words.only_with


def _claims(words: FactWords, hits: Iterable[Hit], clause: Clause, scene: Scene) -> Iterator[Heard]:
    colour = scene.colour(clause)
    if words.authority and (colour.opinion or colour.pending):
        return
    if words.needs_assertion and not scene.asserted(clause):
        return
    wished = clause.text in words.wish
    ways = [said.pattern for said in words.always]
    around = Surroundings(clause, ways, words.beside, scene) if words.beside is not None else None
    read = [(hit, _claim(words, hit, wished, around, scene)) for hit in hits]
    made = list(_left_whole(read))
    clear: dict[FactValue | None, list[Span]] = defaultdict(list)
    for hit, claim in made:
        if hit.said.clear:
            clear[claim.value].append(claim.span)
    told = {value: Places(spans) for value, spans in clear.items()}
    yield from _longest(
        Heard(claim, hit.said.clear) for hit, claim in made if hit.said.clear or not _outweighed(claim, told)
    )


def _left_whole(read: Sequence[tuple[Hit, Claim | None]]) -> Iterator[tuple[Hit, Claim]]:
    """What is claimed, without loose parts of longer words that mean otherwise and stay open: 以后不占 | 上班时间."""
    left_open: dict[FactValue, list[Span]] = defaultdict(list)
    for hit, claim in read:
        if claim is None:
            left_open[hit.said.value].append(hit.span)
    places = {value: Places(spans) for value, spans in left_open.items()}

    def longer(hit: Hit) -> Iterator[Span]:
        others = (each for value, each in places.items() if value != hit.said.value)
        return (span for each in others for span in each.overlapping(hit.span))

    for hit, claim in read:
        if claim is not None and (hit.said.clear or not any(_holds(each, hit.span) for each in longer(hit))):
            yield hit, claim


def _holds(longer: Span, span: Span) -> bool:
    return longer != span and longer.start <= span.start and span.end <= longer.end


def _claim(words: FactWords, hit: Hit, wished: bool, around: Surroundings | None, scene: Scene) -> Claim | None:
    standing = scene.standing(hit.span, words.of_policy or (words.of_self and _tells_of_self(hit, scene)))
    if standing is Standing.NOTHING or (wished and standing is Standing.STATED):
        return None
    if _is_of_others(words, hit, standing, scene):
        return None
    if any(gap and gap in words.gap_not for gap in hit.match.groups()):
        return None
    value, negated = _polarity(words, hit, scene)
    if value is None or _says_too_little(words, hit, value, standing, scene):
        return None
    if standing is Standing.STATED and not negated and around is not None and around.are_unread(hit.span):
        return None
    if standing is Standing.STATED and _is_left_open(words, hit, value, scene):
        return None
    return Claim(words.fact.id, value, hit.span, standing, negated)


def _is_of_others(words: FactWords, hit: Hit, standing: Standing, scene: Scene) -> bool:
    """Whether it is of a grant by its name (拿了学历给奖励,我够不够), of a wish, or of somebody else."""
    if words.of_policy and words.fact.id != scene.context.asked and scene.names_policy(hit.span):
        return True
    before = scene.before(hit.span)
    if before in scene.lexicon.cues.wish_before:
        return True
    return before in words.not_by and standing is Standing.STATED  # 要是硕士呢 supposes it of the applicant


def _says_too_little(words: FactWords, hit: Hit, value: FactValue, standing: Standing, scene: Scene) -> bool:
    """Whether it tells of one kind of many, of one time, of former days or of a day to come, and so not of the fact."""
    if words.authority and value is True and not scene.negated(hit.span) and _is_denied(hit, scene):
        return True
    if words.many and value is False and hit.said.value is True:
        return True
    if words.ever and value is False and _denies_once(hit, scene):
        return True  # 今年没评上优秀: in another year perhaps
    if words.ends and value is not (standing is Standing.SUPPOSED) and _lies_ahead(hit, scene):
        return True  # 明年八月期满: not yet; 假如明年期满了呢 supposes that the day has come
    return words.today and _was_formerly(hit, scene)


def _is_left_open(words: FactWords, hit: Hit, value: FactValue, scene: Scene) -> bool:
    """Whether words around a statement leave it open, or make it somebody else's."""
    if value is True and _is_loosely_denied(hit, scene):
        return True
    return _is_of_another(hit, scene) or not is_settled(words, hit.span, value, scene)


def _lies_ahead(hit: Hit, scene: Scene) -> bool:
    """Whether a day to come is told in the clause."""
    clause = scene.clause_at(hit.span.start).span
    return any(each.kind == "future" and clause.overlaps(each.span) for each in scene.dates)


def _tells_of_self(hit: Hit, scene: Scene) -> bool:
    """Whether the speaker says it of himself and asks nothing: 我想业余时间办个企业, not 业余时间办企业的规定."""
    clause = scene.clause_at(hit.span.start)
    quoted = any(hit.span.overlaps(span) for span in scene.mentions_of_policy)
    return scene.has_person(clause) and not scene.colour(clause).asks and not quoted


def _is_loosely_denied(hit: Hit, scene: Scene) -> bool:
    """Whether words that need their context may be denied by some in front of them: 从没在乡镇 | 待过."""
    return not hit.said.clear and not scene.negated(hit.span) and scene.denied_somewhere(hit.span)


def _is_of_another(hit: Hit, scene: Scene) -> bool:
    """Whether the words come to speak of somebody else: 我 | 爱人在检验科做化验; 我们主任延聘了,单位需要 | 他."""
    third = scene.lexicon.persons.third.find(hit.span.of(scene.text))
    if any(not scene.is_applicant(hit.span.start + each.span.end) for each in third):
        return True
    return hit.said.value is True and not hit.said.clear and not scene.is_applicant(hit.span.end)


def _was_formerly(hit: Hit, scene: Scene) -> bool:
    """Whether it is told of former days, and not of now as well: 以前是搞技术的."""
    cues, before = scene.lexicon.cues, scene.before(hit.span)
    led = before + "".join(gap or "" for gap in hit.match.groups())
    return led in scene.lexicon.findings.long_ago and before + scene.after(hit.span) not in cues.now


def _is_denied(hit: Hit, scene: Scene) -> bool:
    """Whether a finding may have been denied by words that are not understood."""
    inside = any(gap and scene.lexicon.negations.inside.regex.search(gap) for gap in hit.match.groups())
    return inside or scene.denied_somewhere(hit.span)


def _denies_once(hit: Hit, scene: Scene) -> bool:
    """Whether only one time is spoken of, in the words or in front of them."""
    return scene.before(hit.span) + hit.span.of(scene.text) in scene.lexicon.cues.one_time


def _outweighed(claim: Claim, clear: Mapping[FactValue | None, Places]) -> bool:
    """Whether a clear claim of another value reaches up to a loose one: 没搞定向评价 beside 试点."""
    reach = Span(claim.span.start - 1, claim.span.end + 1)
    return any(value != claim.value and any(places.overlapping(reach)) for value, places in clear.items())


def _longest(read: Iterable[Heard]) -> list[Heard]:
    kept: list[Heard] = []
    taken: set[int] = set()
    for each in sorted(read, key=lambda each: each.claim.span.start - each.claim.span.end):
        places = range(each.claim.span.start, each.claim.span.end)
        if taken.isdisjoint(places):
            kept.append(each)
            taken.update(places)
    return sorted(kept, key=lambda each: each.claim.span)


def _polarity(words: FactWords, hit: Hit, scene: Scene) -> tuple[FactValue | None, bool]:
    """The value that is meant: a negation turns true to false, denies an enum's value, and says nothing of false."""
    negated = scene.negated(hit.span)
    if words.fact.type != "boolean":
        return hit.said.value, negated or scene.negated_behind(hit.span)
    if scene.twisted(hit.span):
        return None, False  # 单位没说不同意: nothing that can be relied on
    if hit.said.value is False and scene.denies(*hit.match.groups()):
        return None, False  # 单位不是不需要我: nothing that can be relied on
    if hit.said.value is True:
        if scene.denies_twice(*hit.match.groups()):
            return None, False  # 人社局没说不批: nothing that can be relied on
        negated = (negated ^ scene.denies(*hit.match.groups())) or scene.negated_behind(hit.span)
        return not negated, False
    return (None, False) if negated else (False, False)


def _derived(words: FactWords, hits: Iterable[Hit], scene: Scene) -> Iterator[Claim]:
    past = scene.lexicon.cues.past_place
    for hit in hits:
        stated = scene.standing(hit.span) is Standing.STATED and scene.is_applicant(hit.span.end)
        if (
            stated
            and not scene.negated(hit.span)
            and hit.match.group() not in past
            and scene.before(hit.span) not in past
            and scene.before(hit.span) not in scene.lexicon.cues.wish_before
        ):
            yield Claim(words.fact.id, hit.said.value, hit.span, source="derived", reason=words.reason)
            return
