"""Whether the corpus answers a question: decided from evidence that can be read, never from one raw score.

Whether words and character pairs rank the same clause first was tried as evidence, and told nothing beside the rest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from assistant.retrieval.references import Reference
from assistant.retrieval.signs import Sign

Verdict = Literal[
    "answered", "contentless", "other_matter", "unstated", "not_covered", "no_such_clause", "foreign_document"
]


@dataclass(frozen=True, slots=True)
class Weights:
    """What evidence counts beside the coverage; from `enough` on there is an answer."""

    likeness: float
    amount: float
    strange: float
    leaning: float
    enough: float


UNTAUGHT: Final = Weights(likeness=0.72, amount=0.21, strange=0.79, leaning=0.0, enough=0.72)
"""Without examples of what is declined. Fitted to phrasings held out of the index against a thousand lay questions on
other law; the threshold was then raised by what the project's own question sets showed."""
TAUGHT: Final = Weights(likeness=0.2, amount=0.26, strange=1.27, leaning=0.2, enough=0.9)
"""With such examples. Fitted to phrasings held out against questions that borrow the corpus's words and ask for what it
does not say: those are as like to known phrasings as good questions are, so that likeness tells little."""


_AGAINST, _LITTLE = 0.7, 0.3
"""From this leaning on, with so much less support than enough, a question is after what is not stated."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the decision rests on.

    `coverage` is the share of the question's content that the best clause holds, `similarity` the likeness of the
    clause's nearest phrasing (`nearest`), `strange` the share of words that the corpus does not have (`unknown`), all 0
    to 1; `amount` the weight of the content held; `leaning` above 0 where it sounds like what is not answered, for the
    characters in `telling` most. `familiar`: the corpus or its phrasings have some of the content.
    """

    verdict: Verdict
    coverage: float = 0.0
    amount: float = 0.0
    strange: float = 0.0
    leaning: float = 0.0
    telling: tuple[str, ...] = ()
    similarity: float = 0.0
    nearest: str = ""
    unknown: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    reference: Reference = field(default_factory=Reference)
    familiar: bool = True
    weights: Weights = UNTAUGHT

    @property
    def support(self) -> float:
        """How much speaks for the best clause: what it covers, how alike people asked, less what is foreign."""
        told = self.coverage + self.weights.likeness * self.similarity + self.weights.amount * math.log1p(self.amount)
        return told - self.weights.strange * self.strange - self.weights.leaning * self.leaning

    @property
    def enough(self) -> bool:
        """Whether the support is enough for an answer."""
        return self.support >= self.weights.enough

    @property
    def declined(self) -> bool:
        """Whether little speaks for an answer and the sound against it."""
        return self.leaning >= _AGAINST and self.support < self.weights.enough - _LITTLE

    @property
    def contentless(self) -> bool:
        """Whether the question has no content word at all, so that it should be asked again rather than refused."""
        return self.verdict == "contentless"

    def lines(self) -> tuple[str, ...]:
        """The evidence in words, a line each."""
        shown = [
            f"判断：{_VERDICTS[self.verdict]}",
            f"支持度：{self.support:.2f}（不低于 {self.weights.enough} 才答）",
            f"内容覆盖：{self.coverage:.2f}；与最近问法相似：{self.similarity:.2f}（{self.nearest or '无'}）",
            f"陌生词占比：{self.strange:.2f}；命中内容的分量：{self.amount:.1f}",
        ]
        if self.telling:
            shown.append(f"像不归这里回答的问法：{self.leaning:.1f}（{'、'.join(self.telling)}）")
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


def judge(
    *, contentless: bool, enough: bool, signs: Sequence[Sign], reference: Reference, declined: bool = False
) -> Verdict:
    """The verdict. A clause named by its number is always shown; signs of another matter outweigh any support."""
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
    if declined:
        return "unstated"
    return "answered" if enough else "not_covered"
