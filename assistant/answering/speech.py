"""What is said around the answers: small talk, refusals, clarification, handing over, notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assistant.answering.display import Display
from assistant.answering.explanation import Explanation
from assistant.answering.library import Library
from assistant.domain.answer import Block, HandoffOffer
from assistant.domain.document import ClauseId, Document
from assistant.domain.fact import FactValue, KnownFact
from assistant.domain.proof import Decision
from assistant.domain.rule import OrderLaw
from assistant.domain.utterance import Command, DocumentSide, NotUnderstood

SHOWN: Final = 24
"""How many characters of words not understood are said back."""


class Speech:
    """Says what needs no clause."""

    def __init__(self, library: Library, display: Display, explanation: Explanation) -> None:
        self._library = library
        self._wording = library.wording
        self._say = library.wording.say
        self._display = display
        self._explanation = explanation

    @property
    def phone(self) -> str:
        """The hotline."""
        return self._say("phone")

    def greeting(self) -> Iterator[Block]:
        """The first words of a conversation."""
        yield Block("talk", self._say("greeting.text"))
        yield Block("talk", self._say("greeting.privacy"))

    def talk(self, kind: str) -> Block:
        """Small talk of that kind."""
        return Block("talk", self._wording.either(f"talk.{kind}", "talk.default", phone=self.phone))

    def plain(self, kind: str, key: str, **slots: object) -> Block:
        """One sentence of the wording; it may name the hotline."""
        return Block(kind, self._say(key, phone=self.phone, **slots))

    def refusal(self, verdict: str, missing: Sequence[int] = (), again: bool = False) -> Block:
        """The corpus does not answer this; `verdict` is retrieval's reason, `missing` clauses that do not exist."""
        if missing and len(self._library.documents) == 1:
            document = self._library.documents[0]
            numbers = self._wording.join([self._say("refusal.clause", number=number) for number in missing])
            return self.plain("refusal", "refusal.beyond", count=len(document.clauses), clauses=numbers)
        key = f"refusal.{verdict}"
        return self.plain("refusal", key if self._wording.has(key) else "refusal.again" if again else "refusal.text")

    def near(self, clause: ClauseId) -> Block:
        """What the corpus does say that is near to what it does not."""
        name, heading = self._library.name(clause), self._library.heading(clause)
        return Block("refusal", self._say("refusal.near", clause=name, heading=heading))

    def described(self, side: DocumentSide, documents: Sequence[Document]) -> Iterator[Block]:
        """This side of the documents, as published with them, each with its date and status; and who knows more."""
        for document in documents:
            said = Block("note", self._side(side, document))
            yield from (said,) if side != "newest" or document is documents[0] else ()
            yield Block("note", self._document(document))
        yield self.plain("note", "document.local")

    def _side(self, side: DocumentSide, document: Document) -> str:
        issued = document.issued
        slots = {"title": document.title, "number": document.number, "issuer": document.issuer}
        slots |= {"date": self._say("date", year=issued.year, month=issued.month, day=issued.day)} if issued else {}
        by_status = f"document.{side}.{document.status}"
        plain = f"document.{side}" if issued or side != "issued" else "document.issued_undated"
        key = by_status if self._wording.has(by_status) else plain
        return self._say(key, count=len(document.clauses), **slots)

    def person(self, who: str) -> str:
        """What the applicant is called in speaking to the user; empty for the user himself."""
        if not who:
            return ""
        if who.startswith("#"):
            return self._say("person.other")
        ours = next((name for name in self._wording.texts("our_names") if who.startswith(name)), "")
        return self._say("their" if ours else "your", who=who.removeprefix(ours))

    def turned(self, who: str, again: bool) -> Block:
        """The talk is now of somebody else, `again` where he was spoken of before, or of the speaker again."""
        if not who:
            return Block("talk", self._say("person.back"))
        key = "person.fresh" if who.startswith("#") else "person.again" if again else "person.turned"
        return Block("talk", self._say(key, who=self.person(who)))

    def undone(self, facts: Mapping[str, KnownFact] | None) -> Block:
        """The last step is taken back, and what is left; None where there was nothing to take back."""
        if facts is None:
            return Block("talk", self._say("undone_nothing"))
        if not facts:
            return Block("talk", self._say("undone"))
        shown = self._wording.join([self._display.value(fact, known.value) for fact, known in facts.items()])
        return Block("talk", self._say("undone_to", facts=shown))

    def partly(self, commands: Sequence[Command]) -> Iterator[Block]:
        """Words that were not understood beside others that were."""
        lost = [command.text for command in commands if isinstance(command, NotUnderstood) and command.text]
        if len(lost) < len(commands):
            yield from (Block("talk", self._say("clarify.partly", text=text)) for text in lost)

    def not_taken(self, refused: Sequence[str], contradictions: Sequence[OrderLaw]) -> Iterator[Block]:
        """Facts that could not be taken, and why."""
        for message in refused:
            yield Block("talk", self._say("invalid", message=message))
        for law in contradictions:
            names = {"first": self._display.name(law.smaller), "second": self._display.name(law.larger)}
            yield Block("talk", self._say("contradiction", **names))

    def clarify(self, text: str, options: Sequence[str], idle: bool) -> Iterator[Block]:
        """What was not understood, and what it may have meant; `idle`, with nothing asked, what could be said."""
        if options:
            yield self.plain("talk", "clarify.options", text=_clipped(text))
            yield from (Block("list_item", option) for option in options)
            return
        if text and not text.strip("*"):
            yield self.plain("talk", "clarify.covered")
        words = text.strip("*")
        lost = self._say("clarify.text", text=_clipped(text)) if words else self._say("clarify.empty")
        yield Block("talk", lost + (self._say("clarify.start") if idle else ""))

    def not_counted(self, text: str, facts: Sequence[tuple[str, FactValue]], again: bool) -> Block:
        """Words after a decision that were not understood, and the facts that it rests on; `again`, whom to call."""
        shown = self._wording.join([self._display.value(fact, value) for fact, value in facts])
        key = "clarify.not_counted_again" if again else "clarify.not_counted"
        return self.plain("talk", key, text=_clipped(text), facts=shown)

    def handoff(self, reason: str, facts: Mapping[str, KnownFact], decisions: Sequence[Decision]) -> Iterator[Block]:
        """Whom to call, and the packet of facts and proof that spares telling it all again."""
        yield self.plain("handoff", f"handoff.{reason}")
        if not facts and not decisions:
            return
        yield Block("heading", self._say("handoff.packet"))
        if facts:
            shown = self._wording.join([self._display.value(fact, known.value) for fact, known in facts.items()])
            yield Block("packet", self._say("handoff.packet_facts", facts=shown))
        for decision in decisions:
            yield from self._packet(decision)

    def offer(self, reason: str) -> HandoffOffer:
        """Where a person takes over, and why."""
        return HandoffOffer(self.phone, self._say(f"handoff.reasons.{reason}"))

    def notices(self, clauses: Sequence[ClauseId]) -> tuple[str, ...]:
        """What must be said with every answer from these clauses: date and status of each document, who decides."""
        named = dict.fromkeys(clause.document for clause in clauses)
        documents = [document for document in self._library.documents if document.id in named]
        said = [self._document(document) for document in documents]
        return (*said, self._say("notice.local", phone=self.phone)) if said else ()

    def _packet(self, decision: Decision) -> Iterator[Block]:
        document = self._library.document(decision.clause)
        said = self._say(
            "handoff.packet_decision",
            label=decision.label,
            document=document.number,
            clause=self._library.clause(decision.clause).label,
            outcome=self._say(f"outcome.{decision.outcome.value}"),
        )
        yield Block("packet", said, decision.entitlement)
        if decision.missing:
            said = self._say("handoff.packet_open", missing=self._explanation.missing(decision))
            yield Block("packet", said, decision.entitlement)

    def _document(self, document: Document) -> str:
        status = self._say(f"notice.{document.status}")
        if document.issued is None:
            return self._say("notice.document_undated", title=document.title, number=document.number, status=status)
        return self._say(
            "notice.document",
            title=document.title,
            number=document.number,
            year=document.issued.year,
            month=document.issued.month,
            day=document.issued.day,
            status=status,
        )


def _clipped(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
