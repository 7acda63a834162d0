"""Whether the corpus answers a question: decided from evidence that can be read, never from one raw score."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.retrieval.phrases import Topic
from assistant.retrieval.references import Reference

Verdict = Literal[
    "answered", "contentless", "other_matter", "unstated", "not_covered", "no_such_clause", "foreign_document"
]

_COVERED: Final = 0.4
_ALIKE: Final = 0.25
_EITHER: Final = 0.5
"""Coverage and likeness together must reach this, where neither is enough alone."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that shows another matter, or a side of ours that the corpus never states; `topic` is its id."""

    topic: str
    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the decision rests on.

    `coverage` is the share of the question's content that the best clause holds, `similarity` the likeness of the
    nearest phrasing (`nearest`), both 0 to 1; `agreement` whether words and character pairs rank the same clause first.
    `unknown` are content words that the corpus does not have.
    """

    verdict: Verdict
    coverage: float = 0.0
    similarity: float = 0.0
    nearest: str = ""
    agreement: bool = False
    unknown: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    reference: Reference = Reference()

    @property
    def contentless(self) -> bool:
        """Whether the question has no content word at all, so that it should be asked again rather than refused."""
        return self.verdict == "contentless"

    def lines(self) -> tuple[str, ...]:
        """The evidence in words, a line each."""
        shown = [
            f"判断：{_VERDICTS[self.verdict]}",
            f"内容覆盖：{self.coverage:.2f}；与最近问法相似：{self.similarity:.2f}（{self.nearest or '无'}）",
            f"两路检索首位{'一致' if self.agreement else '不一致'}",
        ]
        if self.unknown:
            shown.append(f"语料里没有的词：{'、'.join(self.unknown)}")
        shown += [f"“{sign.word}”表明{_KINDS[sign.kind]}（{sign.topic}）" for sign in self.signs]
        if self.reference.missing:
            shown.append(f"没有这样的条：{'、'.join(map(str, self.reference.missing))}")
        if self.reference.foreign:
            shown.append(f"没有收录的文件：{self.reference.foreign}")
        return tuple(shown)


_VERDICTS: Final = {
    "answered": "有条款可答",
    "contentless": "问句没有实际内容",
    "other_matter": "问的是另一件事",
    "unstated": "问的是文件没有写的一面",
    "not_covered": "问的内容条款没有涉及",
    "no_such_clause": "没有这一条",
    "foreign_document": "问的是没有收录的文件",
}
_KINDS: Final = {"matter": "另有所问", "attribute": "问的是文件没有写的一面"}


class SignReader:
    """Finds signs of other matters; a word that several clauses use is one of the corpus's own."""

    def __init__(self, topics: Iterable[Topic], own: Collection[str] = ()) -> None:
        self._topics = tuple(
            (
                topic,
                tuple(sorted((word for word in topic.words if word not in own), key=len, reverse=True)),
                tuple(map(re.compile, topic.patterns)),
            )
            for topic in topics
        )

    def read(self, texts: Sequence[str]) -> tuple[Sign, ...]:
        """The signs in a question and, as further texts, in what its misspelt words meant."""
        found = (
            _sign(topic, words, patterns, texts)
            for topic, words, patterns in self._topics
            if not any(word in text for word in topic.unless for text in texts)
        )
        return tuple(sign for sign in found if sign)

    def topics_of(self, text: str) -> frozenset[str]:
        """Ids of the topics whose signs a phrasing holds: they are no signs in a question that is like it."""
        found = (_sign(topic, words, patterns, (text,)) for topic, words, patterns in self._topics)
        return frozenset(sign.topic for sign in found if sign)


def _sign(topic: Topic, words: Sequence[str], patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> Sign | None:
    for text in texts:
        word = next((word for word in words if word in text), "")
        found = next((match.group() for pattern in patterns if (match := pattern.search(text))), "")
        if word or found:
            return Sign(topic.id, topic.kind, word or found)
    return None


def judge(
    *, contentless: bool, coverage: float, similarity: float, signs: Sequence[Sign], reference: Reference
) -> Verdict:
    """The verdict; a clause named by its number is answered unless the question asks a side that it never states."""
    if reference.foreign:
        return "foreign_document"
    if reference.missing and not reference.clauses:
        return "no_such_clause"
    if reference.clauses:
        return "answered"
    if contentless:
        return "contentless"
    if signs:
        return "other_matter" if any(sign.kind == "matter" for sign in signs) else "unstated"
    enough = coverage >= _COVERED or similarity >= _ALIKE
    return "answered" if enough and coverage + similarity >= _EITHER else "not_covered"
