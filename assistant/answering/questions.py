"""The question asked next: its words, its options, and why it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.answering.citations import Citations
from assistant.answering.display import Display
from assistant.answering.library import Library
from assistant.domain.answer import Block, Option, Question
from assistant.domain.fact import FactValue
from assistant.domain.proof import Decision, ProofNode


class Questions:
    """Words questions and the reasons for them."""

    def __init__(self, library: Library, display: Display, citations: Citations) -> None:
        self._library = library
        self._display = display
        self._citations = citations
        self._say = library.wording.say

    def question(
        self, fact: str, decision: Decision | None, branch: Sequence[ProofNode], known: Mapping[str, FactValue]
    ) -> Question:
        """The question for `fact`; `decision` waits for it along `branch`, None where it only helps in general."""
        asked = self._library.facts[fact]
        options = self._display.options(fact) or self._at_most(fact, known)
        return Question(fact, asked.question or asked.label, self._why(decision, branch), options)

    def _at_most(self, fact: str, known: Mapping[str, FactValue]) -> tuple[Option, ...]:
        """For a number that by law is at most another that is known: that it is just as much."""
        for law in self._library.rulebook.laws:
            most = known.get(law.larger)
            if law.smaller == fact and isinstance(most, (int, float)):
                amount = self._display.amount(most, self._library.facts[fact].unit)
                return (Option(most, self._say("question.as_much", amount=amount)),)
        return ()

    def block(self, question: Question, first: bool) -> Block:
        """The question as a piece of the text, with its hint when it is asked for the first time."""
        hint = self._library.facts[question.fact].hint if first else ""
        return Block("question", self._say("question.hinted", text=question.text, hint=hint) if hint else question.text)

    def choices(self, question: Question) -> Block:
        """What can be answered, read out where an answer was not understood."""
        labels = [option.label for option in question.options]
        return Block("offer", self._say("question.choices", options=self._library.wording.join(labels)))

    def reasons(self, fact: str, decision: Decision | None, branch: Sequence[ProofNode]) -> Iterator[Block]:
        """The branch of the proof that waits for `fact`, each step with the clause's words."""
        name = self._display.name(fact)
        if decision is None:
            yield Block("reason", self._say("why.general", fact=name))
            return
        clause = self._library.name(decision.clause)
        said = self._say("why.question", fact=name, label=decision.label, clause=clause)
        yield Block("conclusion", said, decision.entitlement)
        steps = [node for node in branch if node.quote or node is branch[-1]]
        for words in dict.fromkeys(self._step(node, decision) for node in steps):
            yield Block("reason", words, decision.entitlement)
        if branch:
            yield Block("reason", self._say("why.otherwise"), decision.entitlement)

    def _step(self, node: ProofNode, decision: Decision) -> str:
        clause = node.clause or decision.clause
        mark = self._citations.cite_words(clause, node.quote) if node.quote else ""
        if mark:
            return self._say("why.branch", quote=node.quote, mark=mark)
        return self._say("why.branch_unquoted", text=node.text)

    def _why(self, decision: Decision | None, branch: Sequence[ProofNode]) -> str:
        if decision is None:
            return self._say("question.why_general")
        label, clause = decision.label, self._library.name(decision.clause)
        quote = next((node.quote for node in reversed(branch) if node.quote), "")
        if not quote:
            return self._say("question.why_unquoted", label=label, clause=clause)
        return self._say("question.why", label=label, clause=clause, quote=quote)
