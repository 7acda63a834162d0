"""The next question across several entitlements: stay on the topic, or tell most about all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.reasoning.diagram import Function, Node
from assistant.reasoning.inquiry import Inquiry


@dataclass(frozen=True, slots=True)
class Agenda:
    """What can still be asked about one entitlement.

    `function` is what is left to settle with the facts that can be asked; `facts` names its variables. `resort` is a
    derived fact to ask when nothing else would help.
    """

    inquiry: Inquiry
    function: Function
    facts: Sequence[str]
    resort: str | None = None

    @property
    def ranking(self) -> tuple[str, ...]:
        """The facts worth asking, most useful first."""
        ranked = tuple(self.facts[n] for n in self.inquiry.ranking(self.function))
        return ranked or ((self.resort,) if self.resort else ())

    def gains(self) -> dict[str, float]:
        """How many bits the answer to each fact tells about this entitlement."""
        if type(self.function) is not Node:
            return {self.resort: 0.0} if self.resort else {}
        return {self.facts[n]: self.inquiry.gain(self.function, n) for n in self.inquiry.askable(self.function)}


def first_of_topic(agendas: Iterable[Agenda]) -> str | None:
    """The best question about the first entitlement that has one."""
    return next((agenda.ranking[0] for agenda in agendas if agenda.ranking), None)


def most_telling(agendas: Iterable[Agenda]) -> str | None:
    """The fact whose answer tells most about all entitlements together; the earlier one of equals."""
    total: dict[str, float] = {}
    for agenda in agendas:
        for fact, gain in agenda.gains().items():
            total[fact] = total.get(fact, 0.0) + gain
    return max(total, key=lambda fact: round(total[fact], 9), default=None)
