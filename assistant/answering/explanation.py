"""A decision in words: the conclusion first, then why, what is lacking or who decides, then the clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from math import ceil
from typing import Final

from assistant.answering.citations import Citations, passage, quotes_of
from assistant.answering.display import MONTHS, Display
from assistant.answering.grounds import Ground, opposing, supporting
from assistant.answering.library import Library
from assistant.domain.answer import Block
from assistant.domain.document import ClauseId, Span
from assistant.domain.fact import FactValue
from assistant.domain.proof import Decision, Outcome, ReadingOutcome, Shortfall

SHOWN_MISSING: Final = 3
"""How many missing facts a sentence names."""


class Explanation:
    """Explains decisions in blocks; quotes go into the turn's citations as they are used."""

    def __init__(self, library: Library, display: Display, citations: Citations) -> None:
        self._library = library
        self._display = display
        self._citations = citations
        self._say = library.wording.say

    def decided(self, decision: Decision, again: bool = False) -> Iterator[Block]:
        """A settled decision in full; the clause's words as a whole only where they were not read out before."""
        yield self._block("conclusion", self.conclusion(decision), decision)
        yield from self._effect(decision)
        yield from self._grounds(decision)
        if not again:
            yield self.clause(decision.entitlement)

    def _grounds(self, decision: Decision) -> Iterator[Block]:
        """The conditions that carry the outcome, and what its kind calls for: what lacks, who finds, which readings."""
        yield from self.reasons(decision)
        if decision.outcome is Outcome.NOT_MET:
            yield from self.nearness(decision)
        if decision.outcome is Outcome.NEEDS_DETERMINATION:
            yield from self._findings(decision)
        if decision.outcome is Outcome.DIVERGENT:
            yield from self._readings(decision)

    def open(self, decision: Decision, again: bool = False, asked: bool = False) -> Iterator[Block]:
        """A decision that waits for facts: the clause's words the first time, only what is missing `again`.

        Who has `asked` for it once more is told the clause as well.
        """
        if again:
            yield self._block("missing", self.still_missing(decision, asked), decision)
            return
        yield self._block("conclusion", self.conclusion(decision), decision)
        yield self.clause(decision.entitlement)

    def several(self, decisions: Sequence[Decision], quoted: Collection[str]) -> Iterator[Block]:
        """Entitlements that a question left open between, none of them settled; quoted once."""
        labels = self._library.wording.join([f"“{decision.label}”" for decision in decisions])
        if any(decision.entitlement in quoted for decision in decisions):
            yield Block("missing", self._say("conclusion.several_again", labels=labels))
            return
        clauses = dict.fromkeys(decision.clause for decision in decisions)
        names = self._library.wording.join([self._library.name(clause) for clause in clauses])
        yield Block("conclusion", self._say("conclusion.several", clause=names, count=len(decisions), labels=labels))
        passages = {self._passage(decision.entitlement): decision.entitlement for decision in reversed(decisions)}
        for entitlement in reversed(passages.values()):
            yield self.clause(entitlement)

    def overturned(self, decision: Decision, before: Outcome) -> Block:
        """A correction has changed the conclusion."""
        return self._block("changed", self._compare("outcome_changed", before, decision), decision)

    def compared(self, before: Decision, after: Decision) -> Iterator[Block]:
        """What a supposition would change, and the words of the clause that it turns on."""
        if not after.settled:
            slots = {"label": after.label, "clause": self._marked(after), "missing": self.missing(after)}
            said = self._say("hypothetical.unsettled", **slots)
            yield self._block("conclusion", said, after)
        elif after.outcome is before.outcome:
            yield self._block("conclusion", self._compare("hypothetical.same", before.outcome, after), after)
        else:
            yield self._block("conclusion", self._compare("hypothetical.differs", before.outcome, after), after)
        if after.settled:
            yield from self.reasons(after)
            yield from self.nearness(after) if after.outcome is Outcome.NOT_MET else ()

    def because(self, decision: Decision) -> Iterator[Block]:
        """Why a decision given before is so: what carries it, without the conclusion all over again."""
        said = self._say(f"why.because.{decision.outcome.value}", label=decision.label, clause=self._marked(decision))
        yield self._block("conclusion", said, decision)
        yield from self._grounds(decision)

    def stands(self, decision: Decision) -> Block:
        """A decision given before, which stands as long as the facts do."""
        said = self._compare("why.stands", decision.outcome, decision)
        return self._block("conclusion", said, decision)

    def awaits_still(self, decision: Decision) -> Iterator[Block]:
        """A decision that waits for findings as it did before, and for which."""
        said = self._say("conclusion.needs_determination_again", clause=self._marked(decision), label=decision.label)
        yield self._block("conclusion", said, decision)
        yield from self._findings(decision)

    def unchanged(self, decision: Decision) -> Iterator[Block]:
        """A decision given before, which nothing has changed, and what it is short by."""
        said = self._compare("outcome_unchanged", decision.outcome, decision)
        yield self._block("conclusion", said, decision)
        yield from self.nearness(decision)

    def conclusion(self, decision: Decision) -> str:
        """The outcome in one sentence, with the mark of the passage that it rests on."""
        entitlement = self._library.entitlement(decision.entitlement)
        return self._say(
            f"conclusion.{decision.outcome.value}",
            clause=self._marked(decision),
            label=decision.label,
            grants=entitlement.grants.rstrip("。"),
        )

    def still_missing(self, decision: Decision, asked: bool = False) -> str:
        """What has to be known before it can be decided; where that was `asked`, with the mark of the clause."""
        slots = {"label": decision.label, "missing": self.missing(decision)}
        if asked:
            return self._say("conclusion.needs_facts_asked", clause=self._marked(decision), **slots)
        return self._say("conclusion.needs_facts_again", **slots)

    def missing(self, decision: Decision) -> str:
        """The facts still missing, the most useful first."""
        names = [self._display.name(fact) for fact in decision.missing[:SHOWN_MISSING]]
        return self._library.wording.join(names)

    def reasons(self, decision: Decision) -> Iterator[Block]:
        """Each condition that carries the outcome, with its words."""
        if decision.outcome is Outcome.NOT_MET:
            grounds: Sequence[Ground] = opposing(decision.proof)
        else:
            grounds = [ground for ground in supporting(decision.proof) if ground.quote]
        alike: dict[tuple[object, ...], list[Ground]] = {}
        for ground in grounds:
            alike.setdefault((ground.bearing, ground.fact, ground.clause, ground.fact or ground.text), []).append(
                ground
            )
        for group in alike.values():
            yield self._block("reason", self.reason(group[0], decision, [ground.quote for ground in group]), decision)

    def reason(self, ground: Ground, decision: Decision, quotes: Sequence[str]) -> str:
        """One condition: the fact as it is, and the clause's words for it, one or the other where there are several."""
        clause = ground.clause or decision.clause
        mark = self._citations.cite_words(clause, ground.quote) if ground.quote else ""
        quote = self._say("reason.or").join(dict.fromkeys(words for words in quotes if words))
        fact = self.fact_in_words(ground)
        key = f"reason.{ground.bearing}" + ("" if mark else "_plain" if fact == ground.text else "_unquoted")
        text = self._required(ground)
        return self._library.wording.either(key, "reason.holds_unquoted", fact=fact, quote=quote, mark=mark, text=text)

    def _required(self, ground: Ground) -> str:
        """A condition that no clause puts into words: as it is worded for people, else as the rule has it."""
        text = "".join(ground.text.split())
        key = f"requirements.{text}"
        return self._say(key) if self._library.wording.has(key) else text

    def nearness(self, decision: Decision) -> Iterator[Block]:
        """What a number is short by, and the first day on which time alone makes it met."""
        for short in decision.short_by:
            amounts = {"have": short.have, "need": short.need}
            slots = {name: self._display.amount(value, short.unit) for name, value in amounts.items()}
            slots["lack"] = self._display.span(short.need - short.have, short.unit)
            slots["fact"] = self._display.name(short.fact)
            yield self._block("missing", self._say("reason.short", **slots), decision)
        if decision.earliest is not None:
            day = self._display.date(decision.earliest.date)
            yield self._block("earliest", self._say("reason.earliest", date=day), decision)

    def when(self, decision: Decision, as_of: date) -> Iterator[Block]:
        """The answer to when it will be met, counted from `as_of`."""
        if decision.outcome is Outcome.MET:
            yield self._block("earliest", self._say("reason.earliest_now"), decision)
        elif decision.outcome is Outcome.NEEDS_FACTS:
            said = self._say("reason.earliest_unknown", missing=self.missing(decision))
            yield self._block("earliest", said, decision)
        elif decision.outcome is Outcome.NOT_MET and decision.earliest is None:
            for short in decision.short_by if decision.awaits else ():
                yield self._block("earliest", self._enough(short, as_of), decision)
            yield self._block("earliest", self._never(decision), decision)

    def _enough(self, short: Shortfall, as_of: date) -> str:
        """When a number that grows by itself is enough, in months."""
        lack = short.need - short.have
        months = as_of.month - 1 + ceil(lack * MONTHS)
        slots = {"fact": self._display.name(short.fact), "lack": self._display.span(lack, short.unit)}
        return self._say("reason.enough", year=as_of.year + months // MONTHS, month=months % MONTHS + 1, **slots)

    def _never(self, decision: Decision) -> str:
        """Why no day can be named: facts that time waits for are unknown, or what lacks does not come with time."""
        if decision.awaits:
            names = self._library.wording.join([self._display.name(fact) for fact in decision.awaits])
            return self._say("reason.earliest_unknown", missing=names)
        return self._say("reason.earliest_never")

    def clause(self, entitlement: str) -> Block:
        """The clause's own words for the entitlement, cited."""
        clause, span = self._passage(entitlement)
        slots = {"mark": self._citations.cite(clause, span), "clause": self._library.name(clause)}
        quote = span.of(self._library.clause(clause).text)
        return Block("clause", self._say("clause.quote", quote=quote, **slots), entitlement)

    def _passage(self, entitlement: str) -> tuple[ClauseId, Span]:
        clause = self._library.entitlement(entitlement).clause
        return clause, passage(self._library.clause(clause), quotes_of(self._library, entitlement))

    def either_way(self, decision: Decision, fact: str, cases: Sequence[tuple[str, Outcome]]) -> Iterator[Block]:
        """What would follow for each value of a fact that the applicant does not know, and who can tell."""
        name = self._display.name(fact)
        yield self._block("missing", self._say("missing.stuck", fact=name), decision)
        for value, outcome in cases:
            said = self._say("missing.either_way", values=value, then=self._say(f"then.{outcome.value}"))
            yield self._block("either_way", said, decision)
        who = self._library.facts[fact].determined_by
        if not who:
            who = self._library.wording.either(f"who_can_tell.{fact}", "who_can_tell.default")
        yield self._block("who_decides", self._say("missing.who_can_tell", who=who), decision)

    def _effect(self, decision: Decision) -> Iterator[Block]:
        """评, 聘 and 待遇 kept apart."""
        if decision.outcome not in (Outcome.MET, Outcome.NEEDS_DETERMINATION):
            return
        effect = self._library.entitlement(decision.entitlement).effect
        said = self._library.wording.either(f"effect.{effect}", "effect.default")
        if said:
            yield self._block("effect", said, decision)

    def _findings(self, decision: Decision) -> Iterator[Block]:
        if decision.determinations:
            said = self._say("who_decides.findings", findings=self._findings_in_words(decision))
            yield self._block("who_decides", said, decision)

    def _findings_in_words(self, decision: Decision) -> str:
        return self._library.wording.join(
            [self._say("who_decides.one", label=self._display.name(d.fact), by=d.by) for d in decision.determinations]
        )

    def _readings(self, decision: Decision) -> Iterator[Block]:
        points = self._library.rulebook.reading_points
        for point in deciding_points(decision.readings):
            yield self._block("reading", self._say("reading.point", label=points[point].label), decision)
        for options, outcomes in outcomes_by_reading(decision.readings):
            said = self._say(
                "reading.option",
                options=self._library.wording.join([option for _, option in options]),
                outcome=self._library.wording.join([self._say(f"outcome.{outcome.value}") for outcome in outcomes]),
            )
            explained = [points[point].explanations.get(option, "") for point, option in options]
            yield self._block("reading", said + "".join(explained), decision)
        yield self._block("who_decides", self._say("reading.who", phone=self._say("phone")), decision)

    def _compare(self, key: str, before: Outcome, decision: Decision) -> str:
        now = self._say(f"outcome.{decision.outcome.value}")
        then = self._say(f"outcome.{before.value}")
        return self._say(key, label=decision.label, clause=self._marked(decision), before=then, after=now)

    def _marked(self, decision: Decision) -> str:
        """The clause's name with the mark of the passage that the decision rests on."""
        return self._library.name(decision.clause) + self._citations.cite(*self._passage(decision.entitlement))

    def fact_in_words(self, ground: Ground) -> str:
        """The fact as it is, or the law that it follows from."""
        if ground.fact is None or (ground.value is None and ground.law):
            return ground.law or ground.text
        value: FactValue | None = ground.value
        return self._display.name(ground.fact) if value is None else self._display.value(ground.fact, value)

    def _block(self, kind: str, text: str, decision: Decision) -> Block:
        return Block(kind, text, decision.entitlement)


def deciding_points(readings: Sequence[ReadingOutcome]) -> tuple[str, ...]:
    """The reading points on which the outcome turns: two readings that differ in that point alone disagree."""
    names = list(dict.fromkeys(point for reading in readings for point in reading.points))
    return tuple(name for name in names if _turns_on(name, readings))


def outcomes_by_reading(
    readings: Sequence[ReadingOutcome],
) -> tuple[tuple[tuple[tuple[str, str], ...], tuple[Outcome, ...]], ...]:
    """For each combination of options of the deciding points, what it comes to."""
    points = deciding_points(readings)
    found: dict[tuple[tuple[str, str], ...], dict[Outcome, None]] = {}
    for reading in readings:
        chosen = tuple((point, reading.points[point]) for point in points)
        found.setdefault(chosen, {})[reading.outcome] = None
    return tuple((chosen, tuple(outcomes)) for chosen, outcomes in found.items())


def _turns_on(name: str, readings: Sequence[ReadingOutcome]) -> bool:
    def others(reading: ReadingOutcome) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((point, option) for point, option in reading.points.items() if point != name))

    by_rest: dict[tuple[tuple[str, str], ...], set[Outcome]] = {}
    for reading in readings:
        by_rest.setdefault(others(reading), set()).add(reading.outcome)
    return any(len(outcomes) > 1 for outcomes in by_rest.values())
