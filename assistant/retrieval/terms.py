"""From a question to weighted terms: fillers dropped, lay words joined by the policy's, misspelt terms by what was meant.

Nothing is ever replaced. A term that is added (the policy's word, the term that sounds the same) weighs less than one
that was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from assistant.domain.document import Document
from assistant.retrieval.index import grams
from assistant.retrieval.phrases import Phrases
from assistant.retrieval.repair import Repair, Repairer
from assistant.text.normalise import normalise
from assistant.text.segmentation import Segmenter

SAID, MEANT, LAY, PERSONAL = 1.0, 0.7, 0.6, 0.3
_QUOTED: Final = re.compile(r"[“「《]([^”」》]{2,12})[”」》]")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question. `stands_for` are the corpus's words for it, if it has other ones.

    `weight` is low for words about the asker. `known` says whether the corpus or the phrasings have the word.
    """

    word: str
    weight: float = SAID
    stands_for: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready: `text` normalised, `terms` its content, `words` and `grams` what the index is asked for."""

    text: str
    terms: tuple[Term, ...] = ()
    words: Mapping[str, float] = field(default_factory=dict)
    grams: Mapping[str, float] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()

    @property
    def features(self) -> dict[str, float]:
        """Words and pairs together, weighted."""
        return {**self.grams, **self.words}


def policy_words(documents: Iterable[Document], phrases: Phrases) -> tuple[str, ...]:
    """Words that the segmenter should know whole: terms in quotes, lay words and the policy's for them."""
    quoted = {word for document in documents for clause in document.clauses for word in _QUOTED.findall(clause.text)}
    lay = {word for words in phrases.lay.values() for word in words} | set(phrases.lay)
    topics = {word for topic in phrases.topics for word in topic.words}
    return tuple(sorted(word for word in quoted | lay | topics | set(phrases.personal) if word.isalnum()))


class TermReader:
    """Reads questions against the words of one corpus."""

    def __init__(self, corpus_words: Iterable[str], phrases: Phrases, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._lay = phrases.lay
        self._fillers = frozenset(phrases.fillers)
        self._personal = frozenset(phrases.personal)
        self._known = frozenset(corpus_words) | frozenset(phrases.lay) | self._personal
        topics = {word for topic in phrases.topics for word in topic.words}
        self._topics = topics
        self._blank = _alternatives(word for word in self._fillers if len(word) > 1)
        self._lay_words = _alternatives(phrases.lay)
        self._repairer = Repairer(self._known - self._fillers, topics)

    def read(self, question: str) -> Query:
        """The question's terms; repairs are looked for where its words are not the corpus's."""
        text = normalise(question).text.strip().lower()
        lay = self._lay_in(text)
        content = self._content(text, lay)
        words = [word for word in self._segmenter.words(content) if word not in self._fillers]
        repairs = self._repairer.repair(
            content, [word for word in words if word in self._known or word in self._topics]
        )
        terms = self._terms(words, lay, repairs)
        return Query(text, terms, self._words(content, terms), self._grams(content, terms), repairs)

    def _lay_in(self, text: str) -> dict[str, tuple[str, ...]]:
        """Lay expressions of the text, the longest first, also where another one stands inside."""
        found: dict[str, tuple[str, ...]] = {}
        for start in range(len(text)):
            match = self._lay_words.match(text, start) if self._lay else None
            if match:
                found.setdefault(match.group(), self._lay[match.group()])
        return found

    def _content(self, text: str, lay: Mapping[str, tuple[str, ...]]) -> str:
        """The text with fillers blanked, except inside lay expressions."""
        kept = [(found.start(), found.end()) for word in lay for found in re.finditer(re.escape(word), text)]

        def blank(found: re.Match[str]) -> str:
            inside = any(found.start() < end and start < found.end() for start, end in kept)
            return found.group() if inside else " "

        return self._blank.sub(blank, text)

    def _terms(
        self, words: Sequence[str], lay: Mapping[str, tuple[str, ...]], repairs: Sequence[Repair]
    ) -> tuple[Term, ...]:
        meant: dict[str, list[str]] = {}
        for repair in repairs:
            meant.setdefault(repair.said, []).append(repair.meant)
        terms = []
        for word in dict.fromkeys(words):
            stands_for = [policy for said, policy in lay.items() if said in word or word in said]
            inside = [term for said, found in meant.items() if word in said or said in word for term in found]
            also = tuple(dict.fromkeys([*inside, *(item for policy in stands_for for item in policy)]))
            terms.append(Term(word, self._weight(word), also, word in self._known))
        return tuple(terms)

    def _weight(self, word: str) -> float:
        if word in self._personal or word.isascii():
            return PERSONAL
        return SAID if len(word) > 1 else PERSONAL

    def _words(self, content: str, terms: Sequence[Term]) -> dict[str, float]:
        weights = {word: self._weight(word) for word in self._segmenter.search(content) if word not in self._fillers}
        for term in terms:
            for policy in term.stands_for:
                for word in self._segmenter.search(policy):
                    weights.setdefault(word, LAY)
        return weights

    def _grams(self, content: str, terms: Sequence[Term]) -> dict[str, float]:
        weights = {
            gram: SAID
            for gram in grams(content)
            if not (gram[0] in self._fillers and gram[1] in self._fillers) and gram not in self._fillers
        }
        for term in terms:
            for policy in term.stands_for:
                for gram in grams(policy):
                    weights.setdefault(gram, LAY)
        return weights


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")
