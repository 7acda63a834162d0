"""Finds what words name outright: clauses by their numbers, entitlements by their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.text.numerals import read_numeral
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene

_ORDINAL_FROM: Final = 10
"""From here on a bare number with the word for a clause names one (十二条); below it counts them (两条)."""


def numbers_named(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The clause numbers that the words name: 第八条, 12条; not 两条, which counts."""
    numbers: list[int] = []
    for match in scene.lexicon.commands.clause_reference.find(clause.text):
        word = match.group()
        ordinal = word.strip("第条")
        value = read_numeral(ordinal)
        if value is None or value < 1 or value != int(value):
            continue
        if word[0] == "第" or ordinal.isdecimal() or value >= _ORDINAL_FROM:
            numbers.append(int(value))
    return tuple(dict.fromkeys(numbers))


def topics_named(scene: Scene, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The entitlements that the clauses name outright, the longest name first; none named inside another's name."""
    roles = scene.lexicon.questions.role
    naming = [clause for clause in clauses if scene.colour(clause).asks or clause.text not in roles]
    inside = sorted({each for clause in naming for each in scene.topics_in.get(clause.index, ())})
    widest = [
        (span, topic)
        for span, topic in inside
        if not any(
            other.start <= span.start and span.end <= other.end and other != span and name != topic
            for other, name in inside
        )
    ]
    widest.sort(key=lambda each: each[0].start - each[0].end)
    return tuple(dict.fromkeys(topic for _, topic in widest))


def topics_hinted(scene: Scene, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The one entitlement that the clauses taken together speak of, where none is named; empty where it is not one."""
    text = ",".join(clause.text for clause in clauses)
    hinted = tuple(topic for topic, patterns in scene.lexicon.hints.items() if text in patterns)
    return hinted if len(hinted) == 1 else ()
