"""Small talk, and words in which nothing is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.understanding.clauses import Clause
from assistant.understanding.policy_talk import PolicyTalk

_CHAT: Final = 24
_FAREWELL: Final = frozenset({"thanks", "goodbye"})


@dataclass(frozen=True)
class Chat(PolicyTalk):
    """A toned layout that tells small talk and hesitation from what is meant."""

    @cached_property
    def smalltalk(self) -> dict[int, str]:
        """The clauses that are all small talk, by index, with its kind."""
        kinds = ((clause.index, self._smalltalk_kind(clause)) for clause in self.clauses)
        return {index: kind for index, kind in kinds if kind is not None}

    @cached_property
    def bids_farewell(self) -> bool:
        """Whether the utterance thanks or takes leave, so that a 嗯 in it answers nothing."""
        return not _FAREWELL.isdisjoint(self.smalltalk.values())

    @cached_property
    def spoken_idly(self) -> frozenset[int]:
        """The clauses that answer nothing: the small talk around thanks (嗯,谢谢); 有,谢谢 answers all the same."""
        return frozenset(self.smalltalk) if self.bids_farewell else frozenset()

    @cached_property
    def hesitations(self) -> frozenset[int]:
        """The clauses in which nothing is said: 嗯那个啥."""
        words = self.lexicon.commands.hesitation
        return frozenset(clause.index for clause in self.clauses if words.covers(clause.text))

    def _smalltalk_kind(self, clause: Clause) -> str | None:
        if len(clause.text) > _CHAT or not self.lexicon.commands.any_smalltalk.can_match(clause.text):
            return None
        kinds = self._kinds(clause.text)
        bare = self.lexicon.cues.answer_fillers.strip(clause.text)
        if not kinds and bare != clause.text and not self.colour(clause).asks and not self.has_person(clause):
            kinds = self._kinds(bare)
        order = [kind for kind, _ in self.lexicon.commands.smalltalk]
        return min(kinds, key=order.index, default=None)

    def _kinds(self, text: str) -> list[str]:
        """The kinds of small talk that the whole text is made of (好的谢谢 is two); none where more is in it."""
        words, kinds = self.lexicon.commands, list[str]()
        while text:
            if not words.any_smalltalk.can_match(text):
                return []
            matches = [
                (match.end(), kind)
                for kind, patterns in words.smalltalk
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
