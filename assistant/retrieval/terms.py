"""From a question to weighted terms: fillers dropped, the policy's words beside lay ones, what was meant beside typos.

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
from assistant.retrieval.sentences import occurrences
from assistant.text.normalise import normalise
from assistant.text.numerals import read_numeral
from assistant.text.segmentation import Segmenter

SAID, MEANT, FIGURE, PERSONAL = 1.0, 0.9, 0.6, 0.3
"""How much a term weighs: said, misspelt, a number with its unit, the policy's word for a lay one, about the asker."""
_LARGE: Final = 20_000
"""Among this many words nearly everything sounds like some term: what was meant is then no more than a guess."""
_QUOTED: Final = re.compile(r"[“「《]([^”」》]{2,12})[”」》]")
_DIGITS: Final = "一二两三四五六七八九十百千万零〇半"
_NUMERAL: Final = re.compile(rf"[\d{_DIGITS}]+")
_COUNT: Final = re.compile("第?" + _NUMERAL.pattern + "[样条项个种类点份句]?")
_FIGURE: Final = re.compile(r"(\d+|[一二两三四五六七八九十百]{1,4})(?:多|来|几)?个?(年|岁|周岁|期|分|次|人)")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question. `stands_for` are the corpus's words for it, if it has other ones.

    `weight` is low for words about the asker. `known` says whether the corpus or the phrasings have the word.
    """

    word: str
    weight: float = SAID
    stands_for: tuple[str, ...] = ()
    known: bool = True

    @property
    def is_figure(self) -> bool:
        """Whether it is a number with its unit, which the corpus need not have."""
        return self.word[0].isdigit() or self.word[0] == "#"


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready: `text` normalised, `terms` its content, `words` and `grams` for the index."""

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


def figures(text: str) -> list[str]:
    """Numbers with their units in one spelling, so that 三十年 meets 30年.

    Each is followed by its unit alone, so that a number of years meets another number of years.

    >>> figures("满三十年，55周岁")
    ['30年', '#年', '55岁', '#岁']
    """
    found = ((read_numeral(match.group(1)), match.group(2)) for match in _FIGURE.finditer(text))
    return [figure for number, unit in found if number for figure in (f"{number:g}{unit[-1]}", f"#{unit[-1]}")]


class TermReader:
    """Reads questions against the words of one corpus, the most frequent first: they win where two sound alike."""

    def __init__(self, corpus_words: Iterable[str], phrases: Phrases, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._lay = phrases.lay
        self._lay_weight = phrases.lay_weight
        self._fillers = frozenset(phrases.fillers)
        self._personal = frozenset(phrases.personal)
        self._minor = self._personal | frozenset(phrases.generic)
        corpus_words = tuple(corpus_words)
        self._meant = MEANT if len(corpus_words) < _LARGE else MEANT / 2
        self._known = frozenset(corpus_words) | frozenset(phrases.lay) | self._minor
        self._topics = frozenset(word for topic in phrases.topics for word in topic.words)
        self._own = self._known | self._topics
        self._blank = _alternatives(word for word in self._fillers if len(word) > 1)
        self._lay_words = _alternatives(phrases.lay)
        meant = [word for word in [*corpus_words, *phrases.lay, *sorted(self._minor)] if word not in self._fillers]
        self._repairer = Repairer(meant, sorted(self._topics), self._fillers, phrases.lookalikes)

    def read(self, question: str, repair: bool = True) -> Query:
        """The question's terms; repairs are looked for where its words are not the corpus's.

        The phrasings' own words make the vocabulary, so `repair` is off when they are read.
        """
        text = normalise(question).text.strip().lower()
        lay = self._lay_in(text)
        content = self._content(text, lay)
        words = [word for word in self._segmenter.words(content) if word not in self._fillers]
        repairs = self._repairer.repair(content, words, self._own) if repair else ()
        said = [word for word in words if not _is_count(word)]
        said = [*(word for word in said if not _within_repair(word, repairs)), *dict.fromkeys(r.said for r in repairs)]
        terms = tuple(self._term(word, lay, repairs) for word in dict.fromkeys([*said, *figures(content)]))
        added = {policy: self._lay_weight for term in terms for policy in term.stands_for}
        added.update((repair.meant, self._meant) for repair in repairs)
        return Query(text, terms, self._words(content, added), self._grams(content, added), repairs)

    def _lay_in(self, text: str) -> dict[str, tuple[str, ...]]:
        """Lay expressions anywhere in the text, also where one begins inside another."""
        found: dict[str, tuple[str, ...]] = {}
        for start in range(len(text)):
            match = self._lay_words.match(text, start)
            if match:
                found.setdefault(match.group(), self._lay[match.group()])
        return found

    def _content(self, text: str, lay: Mapping[str, tuple[str, ...]]) -> str:
        """The text with fillers blanked, except inside lay expressions."""
        kept = [(start, start + len(word)) for word in lay for start in occurrences(word, text)]

        def blank(found: re.Match[str]) -> str:
            inside = any(found.start() < end and start < found.end() for start, end in kept)
            return found.group() if inside else " "

        return self._blank.sub(blank, text)

    def _term(self, word: str, lay: Mapping[str, tuple[str, ...]], repairs: Sequence[Repair]) -> Term:
        if not lay and not repairs:
            return Term(word, self._weight(word), (), word in self._known)
        meant = [repair.meant for repair in repairs if repair.said in word or word in repair.said]
        policy = [term for said, terms in lay.items() if said in word or word in said for term in terms]
        meant += [term for repair in repairs if repair.meant in meant for term in self._lay.get(repair.meant, ())]
        weight = SAID if meant else self._weight(word)
        return Term(word, weight, tuple(dict.fromkeys([*meant, *policy])), word in self._known)

    def _weight(self, word: str) -> float:
        if word[0].isdigit() or word[0] == "#":
            return FIGURE
        return PERSONAL if len(word) == 1 or word.isascii() or word in self._minor else SAID

    def _words(self, content: str, added: Mapping[str, float]) -> dict[str, float]:
        weights = {
            word: self._weight(word)
            for word in self._segmenter.search(content)
            if word not in self._fillers and not (_may_count(word) and _NUMERAL.fullmatch(word))
        }
        weights.update(dict.fromkeys(figures(content), FIGURE))
        for policy, weight in added.items():
            for word in self._segmenter.search(policy):
                weights.setdefault(word, weight)
        return weights

    def _grams(self, content: str, added: Mapping[str, float]) -> dict[str, float]:
        weights = {
            gram: SAID
            for gram in grams(content)
            if gram not in self._fillers and not (gram[0] in self._fillers and gram[1] in self._fillers)
        }
        for policy, weight in added.items():
            for gram in grams(policy):
                weights.setdefault(gram, weight)
        return weights


def _may_count(word: str) -> bool:
    """Whether a word begins as numbers do, so that it is worth a closer look."""
    return word[0] in _DIGITS or word[0] == "第" or word[0].isdigit()


def _is_count(word: str) -> bool:
    """Whether a word is a number, with or without its unit."""
    return _may_count(word) and bool(_COUNT.fullmatch(word) or _FIGURE.fullmatch(word))


def _within_repair(word: str, repairs: Sequence[Repair]) -> bool:
    """Whether a word is but a piece of what was misspelt."""
    return any(word in repair.said for repair in repairs)


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")
