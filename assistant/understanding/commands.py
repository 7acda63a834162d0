"""Finds what an utterance wants done, apart from its facts: questions, why, undo, small talk, not knowing."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final, get_args

from assistant.domain.utterance import (
    AboutDocument,
    Ask,
    Browse,
    Command,
    Deny,
    DocumentSide,
    DontKnow,
    Drop,
    Handoff,
    ListEntitlements,
    Repeat,
    Restart,
    Smalltalk,
    Undo,
    Why,
    WhyAbout,
)
from assistant.understanding.asking import Asking
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.command_words import Kinds
from assistant.understanding.facts import Statements
from assistant.understanding.leftover import Leftover
from assistant.understanding.naming import topics_hinted
from assistant.understanding.patterns import PatternSet
from assistant.understanding.questions import Question
from assistant.understanding.scene import Scene

_LEFTOVER: Final = 6
_AHEAD: Final = 4
"""How many clauses in front of a question what it is about may be told in."""


@dataclass(frozen=True)
class Commands:
    """The commands of one utterance; `turned`: the talk turns to another person with it."""

    scene: Scene
    statements: Statements
    turned: bool = False

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, stated, supposed or undone."""
        undone = [Claim(each.fact, None, each.span, negated=True) for each in self.statements.undone]
        return (*self.statements.stated, *self.statements.supposed, *self.statements.denied, *undone)

    def all(self) -> list[Command]:
        """Every command but those that set facts, in the order in which they are said."""
        if not self.claims and self._only_mistaken():
            return [Undo()]
        deeds = self._deeds()
        unknown = self._unknown(frozenset(deeds))
        chat = self._smalltalk()
        used = frozenset(deeds) | frozenset(unknown) | frozenset(chat) | self.scene.hesitations
        questions = Asking(self.scene, self.claims, used).questions()
        asks: Sequence[Command] = self._browsed(used, questions) or questions
        commands = [*deeds.values(), *unknown.values(), *asks]
        if commands or self.claims or self.statements.increments:
            return commands
        if chat and not self._answers_unclearly():
            return [self._weightiest(list(chat.values()))]
        if self.turned:
            return []
        return [*self._retracted()] or Leftover(self.scene).commands()

    # -- deeds -------------------------------------------------------------------------------------------------------

    def _deeds(self) -> dict[int, Command]:
        found: dict[int, Command] = {}
        for clause in self.scene.clauses:
            command = self._deed(clause)
            if command is not None and command not in found.values():
                found[clause.index] = command
        return found

    def _deed(self, clause: Clause) -> Command | None:
        words = self.scene.lexicon.commands
        about = self._asks_why(clause)
        if about == "doubt" and self._says_nothing_else():
            return Why(None, about)
        if clause.text in words.filler_clause or (self._states(clause) and not self._lists(clause)):
            return None
        if clause.index in self.scene.hesitations:
            return None
        if clause.text in words.restart:
            return Restart()
        if clause.text in words.undo and not self.statements.undone:
            return Undo()
        turned = self._turns_away(clause)
        if turned is not None:
            return turned
        shown = self._to_be_shown(clause)
        if shown is not None:
            return shown
        opens = about == "reasons" and self._opens(clause)
        if about not in (None, "doubt") and not opens and not (about == "basis" and self._names_matter(clause)):
            return Why(self._named_fact(clause.text), about)
        if words.repeat.covers(self.scene.lexicon.cues.answer_fillers.strip(clause.text)):
            return Repeat()
        return Why(self.scene.context.asked) if self._asks_what_is_meant(clause) else None

    def _turns_away(self, clause: Clause) -> Command | None:
        """A person is wanted instead, or another question, or none."""
        words = self.scene.lexicon.commands
        if words.complaint.covers(clause.text):
            return Handoff("complaint")
        for reason, patterns in words.handoff:
            if clause.text in patterns:
                return Handoff(reason)
        kind = next((kind for kind, patterns in words.drop if patterns.covers(clause.text)), None)
        return Drop(kind) if kind is not None else None

    def _asks_why(self, clause: Clause) -> WhyAbout | None:
        """What the clause wants accounted for, if it says nothing else; what is doubted counts before its reasons."""
        found = self._accounts.get(clause.index, ())
        about: Sequence[WhyAbout] = ("doubt", "basis", "reasons")
        return next((kind for kind in about if kind in found), None)

    @cached_property
    def _accounts(self) -> dict[int, list[str]]:
        return self._only(self.scene.lexicon.commands.why)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.scene, self.claims, frozenset())

    def _opens(self, clause: Clause) -> bool:
        """Whether, beside facts, the clause names an entitlement that nothing was said of yet: 为什么不给办延聘."""
        named = {topic for _, topic in self.scene.topics_in.get(clause.index, ())}
        return bool(self.claims) and bool(named) and not named & set(self.scene.context.topic)

    def _names_matter(self, clause: Clause) -> bool:
        """Whether the other clauses name the matter whose basis is asked for (目标责任制 哪条), before any answer."""
        context = self.scene.context
        if context.asked is not None or context.known or context.topic:
            return False
        return bool(self._asking.content([other for other in self.scene.clauses if other.index != clause.index]))

    def _to_be_shown(self, clause: Clause) -> Command | None:
        """An overview is asked for, or a side of the document itself; unnamed, that is only where nothing is open."""
        if self._lists(clause):
            return ListEntitlements()
        found = next(iter(self._sides.get(clause.index, ())), None)
        side: DocumentSide | None = next((side for side in get_args(DocumentSide) if side == found), None)
        return AboutDocument(side) if side is not None else None

    def _says_nothing_else(self) -> bool:
        """Whether one clause is all, and states nothing: 不对,是16年 puts right, and 不对 may be an answer."""
        return len(self.scene.clauses) == 1 and not self.claims and not self.statements.increments

    def _browsed(self, used: frozenset[int], questions: Sequence[Ask]) -> tuple[Command, ...]:
        """The matter that is all the utterance names (评职称的事), or all that it wishes for (…,想评高级).

        Beside facts that tell which of its entitlements is meant (干了32年,能聘不), that one is asked about.
        """
        words = self.scene.lexicon.commands
        if self.scene.context.asked is not None or any(each.entitlements or each.clauses for each in questions):
            return ()
        open_ = [c for c in self.scene.clauses if c.index not in used and c.text not in words.filler_clause]
        told = max((claim.span.end for claim in self.claims), default=0)
        unsaid = [clause for clause in open_ if clause.span.start >= told]
        texts = ["".join(clause.text for clause in clauses) for clauses in (open_, unsaid)]
        for matter in words.matters:
            named = any(matter.names.covers(text) for text in texts)
            meant = {matter.told_by[claim.fact] for claim in self.claims if claim.fact in matter.told_by}
            if named and len(meant) == 1:
                return (Ask("", personal=True, entitlements=tuple(meant)),)
            last = open_[-1] if open_ else None
            if named or (last is not None and last.text in matter.wishes and not self._asked_outright(open_)):
                return (Browse(matter.entitlements),)
        return ()

    def _asked_outright(self, clauses: Sequence[Clause]) -> bool:
        """Whether any of the clauses asks, or names an entitlement."""
        named = any(clause.index in self.scene.topics_in for clause in clauses)
        return named or any(self.scene.colour(clause).asks for clause in clauses)

    def _asks_what_is_meant(self, clause: Clause) -> bool:
        """Whether the clause asks back about the fact just asked for, or about one of its values: 某某算哪级."""
        fact = self.scene.lexicon.facts.get(self.scene.context.asked or "")
        if fact is None:
            return False
        question = Question(self.scene, clause)
        if not question.asks or not question.wants_content or question.concerns_person:
            return False
        if clause.index in self.scene.topics_in:
            return False
        names = (*fact.values, *fact.option_labels.values(), fact.name, fact.name[-2:])
        return any(name in clause.text for name in names if len(name) > 1)

    def _lists(self, clause: Clause) -> bool:
        match = self.scene.lexicon.commands.listing.search(clause.text)
        if match is None or clause.index in self.scene.topics_in or self._asks_a_way_out(clause):
            return False
        rest = clause.text[: match.start()] + clause.text[match.end() :]
        return len(rest) <= _LEFTOVER or len(self._asking.content((clause,))) <= _LEFTOVER

    def _asks_a_way_out(self, clause: Clause) -> bool:
        """…院里没岗位聘不上,有啥说法没: the clauses in front tell of one entitlement's case."""
        if clause.text not in self.scene.lexicon.questions.demand:
            return False
        ahead = self.scene.clauses[max(clause.index - _AHEAD, 0) : clause.index + 1]
        return bool(topics_hinted(self.scene, [each for each in ahead if each.sentence == clause.sentence]))

    @cached_property
    def _sides(self) -> dict[int, list[str]]:
        words = self.scene.lexicon.commands
        asked = self.scene.context.asked is not None
        return self._only(words.document if asked else (*words.document, *words.document_alone))

    def _only(self, kinds: Kinds) -> dict[int, list[str]]:
        """Of what kinds the clauses are, by index, that say little else; the kinds in their order."""
        found: dict[int, list[str]] = {}
        for kind, patterns in kinds:
            for clause in self.scene.clauses_with(patterns):
                if self._says_only(patterns, clause):
                    found.setdefault(clause.index, []).append(kind)
        return found

    def _says_only(self, patterns: PatternSet, clause: Clause) -> bool:
        match = patterns.search(clause.text)
        if match is None:
            return False
        rest = clause.text[: match.start()] + clause.text[match.end() :]
        for reference in self.scene.lexicon.commands.clause_reference.find(rest):
            rest = rest.replace(reference.group(), "")
        return len(self.scene.lexicon.commands.vague.without(rest)) <= 1

    @cached_property
    def _stating(self) -> Container[int]:
        """The clauses, by index, in which the words of claims stand."""
        return self.scene.by_clause(self.claims, attrgetter("span"))

    def _states(self, clause: Clause) -> bool:
        return clause.index in self._stating

    # -- not knowing -------------------------------------------------------------------------------------------------

    def _unknown(self, used: frozenset[int]) -> dict[int, Command]:
        found: dict[int, Command] = {}
        for clause in self.scene.clauses:
            colour = self.scene.colour(clause)
            if clause.index in used or not (colour.unknown or colour.pending):
                continue
            fact = self._named_fact(clause.text) or self._named_before(clause) or self._awaited(clause)
            if fact is None and not self._answers_by_not_knowing(clause):
                continue
            if fact is not None and any(claim.fact == fact for claim in self.statements.stated):
                continue
            if any(undone.span.overlaps(clause.span) for undone in self.statements.undone):
                continue
            command = DontKnow(fact, clause.text)
            if command.fact not in {each.fact for each in found.values() if isinstance(each, DontKnow)}:
                found[clause.index] = command
        return found

    def _awaited(self, clause: Clause) -> str | None:
        """The finding of the matter under discussion that an authority named in the clause still owes: 人社局还没批."""
        context, lexicon = self.scene.context, self.scene.lexicon
        if not self.scene.colour(clause).pending or self.scene.colour(clause).asks or context.asked is None:
            return None
        owed = {name for name, said in lexicon.revisions.authorities.items() if clause.text in said}
        matter = set(context.topic[:1])
        awaited = [
            fact
            for fact, words in lexicon.fact_words.items()
            if words.topics & matter and lexicon.facts[fact].determined_by in owed and fact not in context.known
        ]
        return awaited[0] if len(awaited) == 1 else None

    def _answers_by_not_knowing(self, clause: Clause) -> bool:
        """Whether not knowing is the answer to what was just asked: it names no topic, and nothing else answers it."""
        asked = self.scene.context.asked
        if any(claim.fact == asked for claim in self.statements.stated):
            return False
        colour = self.scene.colour(clause)
        if colour.pending and not colour.unknown and asked is not None and not self._is_found(asked):
            return False  # 人社局还没批: of another matter than what was asked
        if asked is None and len(self.scene.clauses) > 1:
            return False
        if clause.index in self.scene.topics_in:
            return False
        asks = self.scene.colour(clause).asks
        return not asks or (asked is not None and clause.index not in self.scene.wanting_content)

    def _is_found(self, fact: str) -> bool:
        """Whether the fact is what an authority finds, so that it can be pending."""
        known = self.scene.lexicon.facts.get(fact)
        return known is not None and bool(known.determined_by)

    def _named_before(self, clause: Clause) -> str | None:
        if clause.index == 0:
            return None
        earlier = self.scene.clauses[clause.index - 1]
        asks = self.scene.colour(earlier).asks
        return (
            self._named_fact(earlier.text)
            if asks and not self.scene.lexicon.commands.vague.without(clause.text)[6:]
            else None
        )

    def _named_fact(self, text: str) -> str | None:
        """The fact whose name stands in the text, the longest name first."""
        named = [
            (match.end() - match.start(), fact)
            for fact, words in self.scene.lexicon.fact_words.items()
            if (match := words.names.search(text)) is not None
        ]
        asked = self.scene.context.asked
        best = max(named, key=lambda each: (each[0], each[1] == asked), default=None)
        return best[1] if best else None

    # -- small talk and the rest -------------------------------------------------------------------------------------

    def _smalltalk(self) -> dict[int, Smalltalk]:
        return {index: Smalltalk(kind) for index, kind in self.scene.smalltalk.items()}

    def _weightiest(self, chat: Sequence[Smalltalk]) -> Smalltalk:
        order = [kind for kind, _ in self.scene.lexicon.commands.smalltalk]
        return min(chat, key=lambda each: order.index(each.kind))

    def _only_mistaken(self) -> bool:
        """Whether the utterance says nothing but that something was said wrongly."""
        words, clauses = self.scene.lexicon.revisions, self.scene.clauses
        wrong = [clause for clause in clauses if clause.text in words.mistake]
        return bool(wrong) and all(clause in wrong or clause.text in words.beside_mistake for clause in clauses)

    def _retracted(self) -> list[Command]:
        """Facts that are taken back by name (年限我重新说): those of that name which are known, else the likeliest."""
        for clause in self.scene.clauses:
            if clause.text not in self.scene.lexicon.cues.retract:
                continue
            words = self.scene.lexicon.fact_words
            known = [fact for fact in self.scene.context.known if clause.text in words[fact].names]
            likeliest = self._named_fact(clause.text)
            named = known or ([likeliest] if likeliest else [])
            if named:
                return [Deny(fact, None, clause.text) for fact in named]
        return []

    def _answers_unclearly(self) -> bool:
        """Whether a bare yes or no answers the question, though nothing can be told from it: no small talk."""
        fact = self.scene.lexicon.facts.get(self.scene.context.asked or "")
        if fact is None or fact.type != "boolean" or self.scene.bids_farewell:
            return False
        cues = self.scene.lexicon.cues
        return any(clause.text in cues.affirmed or clause.text in cues.refused for clause in self.scene.clauses)
