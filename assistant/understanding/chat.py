"""Small talk, and words in which nothing is said."""

from __future__ import annotations

from typing import Final

from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene

_CHAT: Final = 24
_FAREWELL: Final = ("thanks", "goodbye")


def smalltalk_kind(clause: Clause, scene: Scene) -> str | None:
    """What kind of small talk the whole clause is, or None."""
    if len(clause.text) > _CHAT:
        return None
    kinds = _kinds(clause.text, scene)
    bare = scene.lexicon.cues.answer_fillers.strip(clause.text)
    if not kinds and bare != clause.text and not scene.colour(clause).asks and not scene.has_person(clause):
        kinds = _kinds(bare, scene)
    order = [kind for kind, _ in scene.lexicon.commands.smalltalk]
    return min(kinds, key=order.index, default=None)


def _kinds(text: str, scene: Scene) -> list[str]:
    """The kinds of small talk that the whole text is made of (好的谢谢 is two); none where anything else is in it."""
    kinds: list[str] = []
    while text:
        matches = [
            (match.end(), kind)
            for kind, patterns in scene.lexicon.commands.smalltalk
            for match in patterns.match(text)
            if match.end()
        ]
        whole = [(end, kind) for end, kind in matches if end == len(text)]
        if not matches:
            return []
        end, kind = (whole or [max(matches, key=lambda each: each[0])])[0]
        kinds.append(kind)
        text = text[end:]
    return kinds


def spoken_idly(scene: Scene) -> frozenset[int]:
    """The clauses that answer nothing: the small talk around thanks (嗯,谢谢); 有,谢谢 answers all the same."""
    if not bids_farewell(scene):
        return frozenset()
    return frozenset(clause.index for clause in scene.clauses if smalltalk_kind(clause, scene) is not None)


def bids_farewell(scene: Scene) -> bool:
    """Whether the utterance thanks or takes leave, so that a 嗯 in it answers nothing."""
    return any(smalltalk_kind(clause, scene) in _FAREWELL for clause in scene.clauses)


def hesitations(scene: Scene) -> frozenset[int]:
    """The clauses in which nothing is said: 嗯那个啥."""
    words = scene.lexicon.commands.hesitation
    return frozenset(clause.index for clause in scene.clauses if words.covers(clause.text))
