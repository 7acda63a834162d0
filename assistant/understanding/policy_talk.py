"""Where the policy itself is spoken of: its entitlements by name, its text recited, what a document says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.places import Places
from assistant.understanding.tone import Tone

GRAM: Final = 8
"""How many characters in a row must be those of a published text, for words to count as recited."""

_RECITAL: Final = 16
_COLONS: Final = frozenset(":：")


@dataclass(frozen=True)
class PolicyTalk(Tone):
    """A toned layout that tells talk of the policy from talk of a person."""

    @cached_property
    def mentions_of_policy(self) -> tuple[Span, ...]:
        """Stretches that speak of the policy, not of a person: quotations, 那条, what a document says."""
        cues = self.lexicon.cues
        spans = [Span(m.start(), m.end()) for m in cues.quotes.find(self.text)]
        for clause in self.clauses:
            opened = cues.policy_opens.search(clause.text)
            found = self.spans(cues.policy, clause) if self._may_point(clause) else []
            found = [self._from_numbers_before(self._behind_frame(span), clause) for span in found]
            if opened is not None:
                colon = self.text[clause.span.end : clause.span.end + 1] in _COLONS
                leads = opened.end() == len(clause.text) and colon and not self.colour(clause).asks
                end = self._sentence_end(clause) if leads else clause.span.end
                found.append(self._up_to_speaker(Span(clause.span.start + opened.start(), end)))
            spans += [span for span in found if not self.names_speaker(span)]
        return (*spans, *self._recited)

    def _behind_frame(self, span: Span) -> Span:
        """我想问连续满15年那条: what is asked about begins behind the words that ask."""
        framed = max((match.end() for match in self.lexicon.questions.frames.match(span.of(self.text))), default=0)
        return Span(span.start + framed, span.end)

    def names_policy(self, span: Span) -> bool:
        """Whether the words are part of an entitlement's name."""
        near = self._topic_places.overlapping(span)
        return any(topic.start <= span.start and span.end <= topic.end for topic in near)

    def _sentence_end(self, clause: Clause) -> int:
        """Where the sentence ends: 通知写着, and then all that it says."""
        return self.sentences[clause.sentence][-1].span.end

    def _from_numbers_before(self, span: Span, clause: Clause) -> Span:
        """十五年五十五 三十年那条: bare numbers that lead up to it, by blanks, belong to the clause pointed at."""
        start = span.start
        while start == clause.span.start and clause.index > 0 and not self.text[start - 1].strip():
            clause = self.clauses[clause.index - 1]
            if not any(self.number_places.overlapping(clause.span)) or not self.holds_only_numbers(clause):
                break
            start = clause.span.start
        return Span(start, span.end)

    @cached_property
    def _recited(self) -> tuple[Span, ...]:
        """Clauses that recite a published text: from the first to the last of them in a sentence that share runs."""
        grams = self.lexicon.policy_grams
        shared = {
            at + offset
            for at in range(len(self.text) - GRAM + 1)
            if self.text[at : at + GRAM] in grams
            for offset in range(GRAM)
        }
        spans: list[Span] = []
        for sentence in self.sentences.values() if shared else ():
            reciting = [
                clause
                for clause in sentence
                if len(shared.intersection(range(clause.span.start, clause.span.end))) >= GRAM
                and not self.names_speaker(clause.span)
                and clause.text not in self.lexicon.cues.first_hand
            ]
            whole = sum(len(shared.intersection(range(each.span.start, each.span.end))) for each in reciting)
            if whole >= _RECITAL or (reciting and self.asks and whole >= GRAM + 2):
                spans.append(Span(reciting[0].span.start, reciting[-1].span.end))
        return tuple(spans)

    def recites(self, span: Span) -> bool:
        """Whether the words are part of a published text that is recited."""
        return any(span.overlaps(recited) for recited in self._recited)

    def _may_point(self, clause: Clause) -> bool:
        """Whether 那种 points at the policy: not in a plain answer to what was just asked."""
        return self.context.asked is None or clause.sentence in self.asking_sentences

    def _up_to_speaker(self, span: Span) -> Span:
        """文件说的基层专技人员有没有我: what the document says, as far as the speaker comes in."""
        named = [end - 1 for end, who in self.persons if span.start < end <= span.end and who == ""]
        return Span(span.start, max(min(named, default=span.end), span.start))

    @cached_property
    def topics(self) -> tuple[tuple[Span, str], ...]:
        """Entitlements that the words name outright, in order."""
        found = [
            (span, topic)
            for topic, patterns in self.lexicon.topics.items()
            for clause in self.clauses_with(patterns)
            for span in self.spans(patterns, clause)
        ]
        return tuple(sorted(found))

    @cached_property
    def topics_in(self) -> Mapping[int, Sequence[tuple[Span, str]]]:
        """The entitlements named, by the clauses, their index, in which their names stand."""
        return self.by_clause(self.topics, itemgetter(0))

    def in_policy(self, span: Span) -> bool:
        """Whether the words stand where the policy is spoken of, or name an entitlement."""
        return self.names_policy(span) or any(self._mention_places.overlapping(span))

    @cached_property
    def _topic_places(self) -> Places:
        return Places(span for span, _ in self.topics)

    @cached_property
    def _mention_places(self) -> Places:
        return Places(self.mentions_of_policy)

    def tells_what_policy_gives(self, span: Span) -> bool:
        """连续考核优秀能破格参评: what stands before the grant is its condition, where no applicant is named."""
        cues = self.lexicon.cues
        if self.after(span) not in cues.policy_words:
            return False
        named = self.named_in_breath(span.start)
        return not named or self.before(span) in cues.by_means

    def talks_policy(self, span: Span) -> bool:
        """Whether the clause is in the language of documents, and nobody speaks of himself in it or before it."""
        clause, cues = self.clause_at(span.start), self.lexicon.cues
        if self.context.asked is not None or any(end <= clause.span.end for end, _ in self.persons):
            return False
        if not self.persons and self.says(cues.policy_nouns, clause):
            return True
        return self.says(cues.policy_conditions, clause) and not self.says(cues.asserted, clause)
