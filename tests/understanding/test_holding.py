"""A title that one has, one that one wants, and one that is neither."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.holding import Holding, Stage
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.scene import Context, Scene


def _stages(text: str, lexicon: Lexicon) -> list[Stage]:
    scene = Scene(text, lexicon, Context(None, date(2026, 11, 24)))
    places = [found.span for found in lexicon.titles.levels.find(text)]
    holding = Holding(scene, places)
    return [holding.stage(span) for span in places]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("把中级考下来了", Stage.HELD),
        ("想把中级考下来", Stage.AIMED),
        ("没把中级考下来", Stage.APART),
        ("好不容易评上副高了", Stage.HELD),
        ("副高差一步没评上", Stage.APART),
        ("副高评不上", Stage.APART),
        ("中级考了两科", Stage.APART),
        ("中级考了三年才考下来的", Stage.HELD),
        ("副高能评不", Stage.AIMED),
        ("副高", Stage.OPEN),
    ],
)
def test_the_words_beside_a_title_tell_how_far_one_has_come(text: str, stage: Stage, lexicon: Lexicon) -> None:
    assert _stages(text, lexicon) == [stage]


def test_a_title_is_told_by_the_words_up_to_the_next_one_only(lexicon: Lexicon) -> None:
    assert _stages("初级考过了中级没考过", lexicon) == [Stage.HELD, Stage.APART]


def test_the_clause_behind_tells_how_an_application_ended(lexicon: Lexicon) -> None:
    assert _stages("去年报的副高,批下来了", lexicon) == [Stage.HELD]
    assert _stages("去年报的副高,还没批下来", lexicon) == [Stage.AIMED]


def test_a_question_behind_a_title_leaves_open_whether_it_is_held(lexicon: Lexicon) -> None:
    assert _stages("中级,能评不", lexicon) == [Stage.APART]
