"""Words that show that a question is after another matter, or after a side of ours that the corpus never states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.retrieval.phrases import Topic

_SHORT: Final = 2
"""Words this short must be words of the question, not characters of two neighbours."""
Cut = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of the question and the topic that it shows, by its id; `kind` is matter or attribute.

    A `decisive` one cannot be outweighed.
    """

    topic: str
    kind: str
    word: str
    decisive: bool = False


class SignReader:
    """Finds signs in questions, whose words `cut` gives; a word of the corpus's `own` is no sign of another matter."""

    def __init__(self, topics: Iterable[Topic], cut: Cut, own: Iterable[str] = ()) -> None:
        own = frozenset(own)
        self._cut = cut
        self._topics = tuple(
            (
                topic,
                tuple(sorted((word for word in topic.words if word not in own), key=len, reverse=True)),
                tuple(map(re.compile, topic.patterns)),
            )
            for topic in topics
        )
        self._stated = {topic.id: tuple(map(re.compile, topic.stated)) for topic in topics}

    def read(self, texts: Sequence[str], clause: str = "") -> tuple[Sign, ...]:
        """The signs in a question and, as further texts, in what its misspelt words meant.

        No side of a matter of which `clause`, the one that would answer, speaks is among them.
        """
        found = (self._first(topic, words, patterns, texts) for topic, words, patterns in self._topics)
        return tuple(
            sign
            for topic, sign in zip(self._topics, found, strict=True)
            if sign and not _excused(topic[0], texts) and not self._states(clause, sign)
        )

    def _states(self, clause: str, sign: Sign) -> bool:
        return any(pattern.search(clause) for pattern in self._stated[sign.topic])

    def topics_of(self, text: str) -> frozenset[str]:
        """Ids of the topics whose signs a phrasing holds: they are no signs in a question that is like it."""
        found = (self._first(topic, words, patterns, (text,)) for topic, words, patterns in self._topics)
        return frozenset(sign.topic for sign in found if sign)

    def _first(
        self, topic: Topic, words: Sequence[str], patterns: Sequence[re.Pattern[str]], texts: Sequence[str]
    ) -> Sign | None:
        for text in texts:
            word = next((word for word in words if word in text and self._stands(word, text)), "")
            found = word or next((match.group() for pattern in patterns if (match := pattern.search(text))), "")
            if found:
                return Sign(topic.id, topic.kind, found, topic.decisive)
        return None

    def _stands(self, word: str, text: str) -> bool:
        return len(word) > _SHORT or word in self._cut(text)


def _excused(topic: Topic, texts: Sequence[str]) -> bool:
    return any(word in text for word in topic.unless for text in texts)
