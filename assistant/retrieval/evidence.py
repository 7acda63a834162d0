"""Whether the corpus answers a question: decided from evidence that can be read, never from one raw score.

Whether words and character pairs rank the same clause first was tried as evidence, and told nothing beside the rest.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final, Literal

from assistant.retrieval.references import Reference
from assistant.retrieval.signs import Sign

Verdict = Literal[
    "answered", "contentless", "other_matter", "unstated", "not_covered", "no_such_clause", "foreign_document"
]


@dataclass(frozen=True, slots=True)
class Weights:
    """What evidence counts; from `enough` on there is an answer. Several signs count as one."""

    coverage: float
    likeness: float
    amount: float
    lead: float
    strange: float
    sign: float
    enough: float


UNTAUGHT: Final = Weights(coverage=1, likeness=0.72, amount=0.21, lead=0, strange=0.79, sign=9, enough=0.72)
"""Without examples of what is declined. Fitted to phrasings held out of the index against a thousand lay questions on
other law; the threshold was then raised by what the project's own question sets showed. No support outweighs a sign."""
TAUGHT: Final = Weights(coverage=0, likeness=0, amount=1.2, lead=0.85, strange=2.6, sign=2.6, enough=0.4)
"""With such examples: the logarithm of the odds, fitted to phrasings and declined examples held out of all that is
learned. Beside the lead, coverage and likeness tell nothing more; neither did what stands right behind the question
word and the clause does not hold. The threshold is where of held-out declined examples one in twenty-five is answered,
which borrow the corpus's words more than what people ask."""

_DECLINED, _LITTLE = 0.9, 0.3
"""From this chance on, with so much less support than enough, a question is after what is not stated."""
_LEAST: Final = 0.001
"""A chance below this is no smaller."""
_TOGETHER: Final = 0.6
"""How like a phrasing a question is taken to be that certainly asks for the clause, though in words of its own."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the decision rests on.

    `coverage` is the share of the question's content that the best clause holds, `similarity` the likeness of the
    clause's nearest phrasing (`nearest`), `strange` the share of words that the corpus does not have (`unknown`), all 0
    to 1; `amount` the weight of the content held. `chance` is that of the clause being what is asked for, and
    `declined` that of nothing answering, judged by examples, for the pieces in `telling` most. `familiar`: the corpus
    or its phrasings have some of the content.
    """

    verdict: Verdict
    coverage: float = 0.0
    amount: float = 0.0
    strange: float = 0.0
    chance: float = 0.0
    declined: float = 0.0
    telling: tuple[str, ...] = ()
    similarity: float = 0.0
    nearest: str = ""
    unknown: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    reference: Reference = field(default_factory=Reference)
    familiar: bool = True
    weights: Weights = UNTAUGHT

    @property
    def lead(self) -> float:
        """The logarithm of how much likelier the clause is than that nothing answers; 0 where nothing was learned."""
        return math.log((self.chance + _LEAST) / (self.declined + _LEAST))

    @property
    def nearness(self) -> float:
        """How near the question comes to what people are known to ask, 0 to 1: to one phrasing, or to all together."""
        return max(self.similarity, _TOGETHER * self.chance)

    @property
    def support(self) -> float:
        """How much speaks for the best clause: what it covers and how people ask for it, less what speaks against."""
        weights = self.weights
        told = weights.coverage * self.coverage + weights.likeness * self.similarity
        told += weights.amount * math.log1p(self.amount) + weights.lead * self.lead - weights.strange * self.strange
        return told - weights.sign * bool(self.signs)

    @property
    def enough(self) -> bool:
        """Whether the support is enough for an answer, some of the content is held, and no sign decides against it."""
        held = self.coverage > 0 and not any(sign.decisive for sign in self.signs)
        return held and self.support >= self.weights.enough

    @property
    def sounds_declined(self) -> bool:
        """Whether most likely nothing answers, going by the examples alone."""
        return self.declined >= _DECLINED

    @property
    def unstated(self) -> bool:
        """Whether little speaks for an answer and the sound against it."""
        return self.familiar and self.sounds_declined and self.support < self.weights.enough - _LITTLE

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
            f"照学过的问法，问这一条的可能：{self.chance:.2f}；不归这里回答的可能：{self.declined:.2f}",
            f"陌生词占比：{self.strange:.2f}；命中内容的分量：{self.amount:.1f}",
        ]
        if self.telling:
            shown.append(f"最像不归这里回答的字眼：{'、'.join(self.telling)}")
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


def judge(found: Evidence, contentless: bool = False) -> Verdict:
    """The verdict. A clause named by its number is always shown; a question without content never answered."""
    if found.reference.foreign:
        return "foreign_document"
    if found.reference.missing and not found.reference.clauses:
        return "no_such_clause"
    if found.reference.clauses:
        return "answered"
    if contentless:
        return "contentless"
    if found.enough:
        return "answered"
    if found.signs:
        return "other_matter" if any(sign.kind == "matter" for sign in found.signs) else "unstated"
    return "unstated" if found.unstated else "not_covered"
