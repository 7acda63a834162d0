"""Reads titles, series and levels: which the applicant has, and which he aims at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.understanding.aims import asks_to_reach, held_or_aimed, is_aimed_at
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.holding import Holding, Stage
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.title_words import Title
from assistant.understanding.trie import Found

_MARKS = ",，(（:： "
_HEAD = 6


def read_titles(scene: Scene) -> tuple[list[Claim], tuple[Span, ...]]:
    """Claims of the series, the level held and the level aimed at; and the places of all titles and series named."""
    words = scene.lexicon.titles
    claims = list(_untitled(scene))
    taken = [claim.span for claim in claims]
    series = list(words.series.find(scene.text, taken))
    taken += [each.span for each in series]
    titles = list(words.titles.find(scene.text, taken))
    taken += [each.span for each in titles]
    levels = list(words.levels.find(scene.text, taken))
    graded = {each.span: each.meaning.level for each in titles if each.meaning.level}
    graded |= {each.span: each.meaning for each in levels}
    again = _said_again(graded, scene, Holding(scene, sorted(graded)))
    renamed = {first for span, first in again.items() if graded[span] != graded[first]}
    holding = Holding(scene, sorted(graded), again)
    for found in titles:
        claims.extend(_of_title(found, holding, scene, found.span in renamed))
    claims.extend(_of_series(series, taken, scene))
    claims.extend(_of_levels(levels, holding, scene))
    if not scene.corrects:
        claims = _unmistakable(claims, scene)
    return claims, tuple(span for span in taken if span.end - span.start > 2)


def _said_again(graded: Mapping[Span, str], scene: Scene, apart: Holding) -> dict[Span, Span]:
    """Levels that say once more what is said right before: 会计师中级, 高级教师(副高), 高级教师,也就是副高.

    In 主治医师副高考了两回 the second is another, which words behind it keep `apart`.
    """
    again: dict[Span, Span] = {}
    for first, second in pairwise(sorted(graded)):
        between = scene.text[first.end : second.start]
        said = between.strip(_MARKS)
        if graded[first] == graded[second]:
            repeats = not said or said in scene.lexicon.titles.holding.again
        else:
            repeats = not between and apart.stage(second) not in (Stage.APART, Stage.AIMED)
        if repeats:
            again[second] = again.get(first, first)
    return again


def _unmistakable(claims: list[Claim], scene: Scene) -> list[Claim]:
    """The claims without the levels held that do not rise in their order, and without aims at more than one level."""
    words = scene.lexicon.titles
    order = scene.lexicon.facts[words.level_fact].values
    plain = sorted(filter(_is_plain, claims), key=lambda claim: claim.span.start)
    levels = [claim for claim in plain if claim.fact == words.level_fact]
    held = [order.index(str(claim.value)) for claim in levels]
    aims = {claim.value for claim in plain if claim.fact == words.target_fact}
    either = any(scene.text[one.span.end : other.span.start] in words.holding.either for one, other in pairwise(levels))
    dated = {scene.clause_at(each.span.start).index for each in scene.dates}
    dated &= {scene.clause_at(claim.span.start).index for claim in levels}
    ordered = bool(dated) or scene.text in scene.lexicon.cues.now or scene.text in words.holding.later
    mixed = held != sorted(held) or (len(set(held)) > 1 and not ordered)
    unclear = {words.level_fact} if either or mixed else set()
    unclear |= {words.target_fact} if len(aims) > 1 else set()
    unclear |= {words.series_fact} if _lists_series(plain, scene) else set()
    return [claim for claim in claims if claim.fact not in unclear or not _is_plain(claim)]


def _is_plain(claim: Claim) -> bool:
    """Whether it is stated of the applicant, and not that he lacks it."""
    return claim.standing is Standing.STATED and not claim.negated


def _lists_series(claims: list[Claim], scene: Scene) -> bool:
    """Whether one clause names several series, of which only one can be the applicant's."""
    named: dict[int, set[FactValue | None]] = {}
    for claim in claims:
        if claim.fact == scene.lexicon.titles.series_fact and not claim.weak:
            named.setdefault(scene.clause_at(claim.span.start).index, set()).add(claim.value)
    return any(len(values) > 1 for values in named.values())


def _untitled(scene: Scene) -> Iterator[Claim]:
    words = scene.lexicon.titles
    asked = scene.context.asked == words.level_fact
    for clause in scene.clauses if asked else scene.clauses_with(words.untitled):
        match = words.untitled.search(clause.text)
        if match is None and asked:
            match = words.untitled_asked.search(clause.text)
        if match is None:
            continue
        span = Span(clause.span.start + match.start(), clause.span.start + match.end())
        standing = scene.standing(span)
        if standing is not Standing.NOTHING and not scene.negated(span) and not _names_level(clause.text, scene):
            yield Claim(words.level_fact, words.no_title, span, standing)


def _names_level(text: str, scene: Scene) -> bool:
    return any(True for _ in scene.lexicon.titles.levels.find(text))


def _of_title(found: Found[Title], holding: Holding, scene: Scene, renamed: bool) -> Iterator[Claim]:
    """What the name of a title tells; `renamed` where its level is put right by the word behind it (统计师助理级)."""
    words, title = scene.lexicon.titles, found.meaning
    if not title.level:
        yield from _series_alone(found, scene)
        return
    if title.occupation and not (_speaks_of_titles(found.span, scene) or _is_got(found.span, holding, scene)):
        return
    answers_series = scene.context.asked == words.series_fact and _is_all_that_is_said(found.span, scene)
    unsure = answers_series or renamed or _is_cut_otherwise(found, scene)
    held = [] if unsure else list(held_or_aimed(title.level, found.span, holding, scene))
    yield from held
    yield from _implied(held, scene)
    standing = scene.standing(found.span)
    if standing is Standing.NOTHING and is_aimed_at(found.span, holding, scene) and asks_to_reach(found.span, scene):
        standing = Standing.STATED  # 我能评高级农艺师不: the series of what one asks for is one's own
    series = _series_of(title, found.span, scene)
    if series and standing is not Standing.NOTHING and not _is_other_series(found.span, scene):
        yield Claim(words.series_fact, series, found.span, standing, scene.negated(found.span))


def _series_alone(found: Found[Title], scene: Scene) -> Iterator[Claim]:
    """教师系列: one of several series, and which of them the school tells."""
    series, standing = _series_of(found.meaning, found.span, scene), scene.standing(found.span)
    if series and standing is not Standing.NOTHING and not _is_other_series(found.span, scene):
        negated = scene.negated(found.span)
        yield Claim(scene.lexicon.titles.series_fact, series, found.span, standing, negated)


def _is_cut_otherwise(found: Found[Title], scene: Scene) -> bool:
    """Whether the name can be that of a place and another title: 镇小学|高级教师 ranks above 镇|小学高级教师."""
    units, titles = scene.lexicon.units, scene.lexicon.titles.titles
    head = max(found.span.start - _HEAD, 0)
    ahead, start = scene.text[head : found.span.end], found.span.start - head
    placed = any(each.meaning and each.span.end == start for each in units.level_words.find(ahead))
    placed = placed or any(each.span.start < start < each.span.end for each in units.institutions.find(ahead))
    school = next(units.institutions.find(found.word), None) if placed else None
    if school is None or school.span.start or found.word[school.span.end :] not in titles:
        return False
    if titles[found.word[school.span.end :]].level == found.meaning.level:
        return False
    return start in scene.level_ends or any(scene.institution_places.overlapping(Span(start, start)))


def _is_all_that_is_said(span: Span, scene: Scene) -> bool:
    """Whether the utterance is nothing but this name: a series by the name of a title, held or aimed at."""
    clause = scene.clause_at(span.start)
    alone = len(scene.clauses) == 1
    return alone and scene.lexicon.cues.answer_fillers.strip(clause.text) == span.of(scene.text)


def _implied(held: list[Claim], scene: Scene) -> Iterator[Claim]:
    """A holder of a title works in a profession, until he says that he does not."""
    words = scene.lexicon.titles
    if scene.says(words.implied_unless):
        return
    for claim in held:
        if claim.fact == words.level_fact and not claim.negated and claim.standing is Standing.STATED:
            yield Claim(
                words.implied_fact, words.implied_value, claim.span, source="derived", reason=words.reason, weak=True
            )


def _speaks_of_titles(span: Span, scene: Scene) -> bool:
    clause = scene.clause_at(span.start)
    if scene.context.asked in {scene.lexicon.titles.level_fact, scene.lexicon.titles.target_fact}:
        return True
    titles, before = scene.lexicon.titles, scene.before(span)
    if any(each.span.end >= len(before) - 1 for each in titles.series.find(before)):
        return True  # 实验技术系列的实验员
    return clause.span == span or scene.lexicon.fact_words[titles.level_fact].names.search(clause.text) is not None


def _is_got(span: Span, holding: Holding, scene: Scene) -> bool:
    """Whether words beside the name of a job tell that it was awarded: 去年评的会计员, but not 去年考的医师证."""
    return holding.stage(span) is Stage.HELD and not scene.after(span).startswith(scene.lexicon.titles.licence_after)


def _series_of(title: Title, span: Span, scene: Scene) -> str:
    """The title's series; of several, the one that other words of the utterance or the known series point to."""
    if len(title.series) <= 1:
        return title.series[0] if title.series else ""
    words = scene.lexicon.titles
    before = scene.before(span)
    beside = [
        series
        for series in title.series
        if any(before.endswith((name, f"{name}的")) for name in words.series_names[series])
    ]
    if beside:
        return beside[0]
    named = {series for series in title.series if any(name in scene.text for name in words.series_names[series])}
    if len(named) == 1:
        return named.pop()
    hints = {series for found in scene.institutions for series in found.meaning.series if series in title.series}
    if len(hints) == 1:
        return hints.pop()
    known = scene.context.known.get(words.series_fact)
    return known if isinstance(known, str) and known in title.series else ""


def _is_other_series(span: Span, scene: Scene) -> bool:
    """Whether the words before a series tell that one wishes for it, or was once in it."""
    before, cues = scene.before(span), scene.lexicon.cues
    if scene.after(span) in scene.lexicon.revisions.not_yet:
        return True
    return before in cues.wish_series or (before in cues.past_place and before not in cues.now)


def _of_series(found: list[Found[str]], taken: list[Span], scene: Scene) -> Iterator[Claim]:
    words = scene.lexicon.titles
    for each in found:
        standing = scene.standing(each.span)
        if standing is not Standing.NOTHING and not _is_other_series(each.span, scene):
            yield Claim(words.series_fact, each.meaning, each.span, standing, scene.negated(each.span))
    said = any(not scene.negated(each.span) for each in found)
    if said or scene.context.asked != words.series_fact:
        return
    names = [name.span for name in scene.institutions]
    for each in words.series_asked.find(scene.text, taken + [each.span for each in found]):
        inside = any(name.start <= each.span.start and each.span.end <= name.end for name in names)
        if inside and not (each.span in names and _is_all(each.span, scene)):
            continue  # the name of an institution tells where one works, not one's series
        standing = scene.standing(each.span)
        if standing is not Standing.NOTHING and not _is_other_series(each.span, scene):
            yield Claim(words.series_fact, each.meaning, each.span, standing, scene.negated(each.span), weak=True)


def _is_all(span: Span, scene: Scene) -> bool:
    """Whether the clause says nothing else but words that mean nothing."""
    rest = scene.clause_at(span.start).text.replace(span.of(scene.text), " ", 1)
    return not scene.lexicon.cues.fillers.without(rest).strip(_MARKS)


def _of_levels(found: list[Found[str]], holding: Holding, scene: Scene) -> Iterator[Claim]:
    words = scene.lexicon.titles
    asked = scene.context.asked in {words.level_fact, words.target_fact}
    if asked:
        graded = {scene.clause_at(each.span.start).index for each in found}
        short = [each for each in _asked_levels(scene) if scene.clause_at(each.span.start).index not in graded]
        found = sorted([*found, *short], key=lambda each: each.span) if not found or len(scene.clauses) > 1 else found
    for each in found:
        claims = list(held_or_aimed(each.meaning, each.span, holding, scene))
        yield from claims
        series = _series_before(each.span, scene)
        if series and claims:
            yield Claim(words.series_fact, series, each.span, claims[0].standing, claims[0].negated, weak=True)


def _series_before(span: Span, scene: Scene) -> str:
    """会计中级: the series that stands right before a level."""
    before = scene.before(span)
    names = scene.lexicon.titles.series_names.items()
    return next((series for series, words in names if before.endswith(words)), "")


def _asked_levels(scene: Scene) -> Iterator[Found[str]]:
    """Short answers (副的, 助理那级的) that are the whole of their clause."""
    words = scene.lexicon.titles.levels_asked
    for clause in scene.clauses:
        text = scene.lexicon.cues.answer_fillers.strip(clause.text)
        for word in (clause.text, text):
            if word in words:
                yield Found(clause.span, word, words[word])
                break
        else:
            yield from _ranked(clause, text, scene)


def _ranked(clause: Clause, text: str, scene: Scene) -> Iterator[Found[str]]:
    """一级 alone, which means one thing for teachers and another for actors."""
    titles = scene.lexicon.titles
    series, ranked = scene.context.known.get(titles.series_fact), titles.ranked
    if series is not None and series not in ranked.series:
        return
    for found in ranked.words.find(text):
        led = clause.text[: clause.text.rindex(found.word)]
        if text.endswith(found.word) and ranked.led.covers(led):
            yield Found(clause.span, found.word, found.meaning)
