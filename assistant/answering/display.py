"""Facts and numbers as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from assistant.answering.library import Library
from assistant.domain.answer import FactView, Option
from assistant.domain.fact import Bound, FactValue, KnownFact
from assistant.text.normalise import normalise
from assistant.text.quantities import find_quantities

MONTHS: Final = 12
WHOLE: Final = 0.06
"""How near to whole months a fraction of a year must come."""


def number(value: float) -> str:
    """A number without needless zeros.

    >>> number(31.0), number(16.5)
    ('31', '16.5')
    """
    return f"{round(value, 2):g}"


class Display:
    """Puts facts into words with the library's vocabulary and wording."""

    def __init__(self, library: Library) -> None:
        self._facts = library.facts
        self._wording = library.wording

    def value(self, fact: str, value: FactValue) -> str:
        """A known fact in words: 连续工作31年."""
        shown = number(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value).lower()
        for key in (f"display.{fact}.{shown}", f"display.{fact}"):
            if self._wording.has(key):
                return self._wording.say(key, value=self._plain(fact, value))
        if isinstance(value, bool):
            return self._wording.say("display.yes" if value else "display.no", label=self.name(fact))
        return self._plain(fact, value)

    def amount(self, value: float, unit: str) -> str:
        """A number with its unit; a fraction of a year that comes to whole months is said in months: 14年11个月."""
        say, months = self._wording.say, round(value * MONTHS)
        if unit != say("year_unit") or value == int(value) or abs(value * MONTHS - months) > WHOLE:
            return say("amount", number=number(value), unit=unit)
        years, rest = divmod(months, MONTHS)
        return say("years_months", years=years, months=rest) if years else say("months", months=rest)

    def span(self, value: float, unit: str) -> str:
        """How far it is from one number to another; ages lie years apart."""
        key = f"spans.{unit}"
        return self.amount(value, self._wording.say(key) if self._wording.has(key) else unit)

    def name(self, fact: str) -> str:
        """What the fact is called."""
        known = self._facts.get(fact)
        return known.name if known else fact

    def option(self, fact: str, value: FactValue) -> str:
        """What a chip shows for the value."""
        labels = self._facts[fact].option_labels
        key = str(value).lower() if isinstance(value, bool) else str(value)
        return labels.get(key, key)

    def alternative(self, fact: str, value: FactValue) -> str:
        """A value in the words of a condition: 单位同意, 是大专."""
        if isinstance(value, bool):
            return self.value(fact, value)
        return self._wording.say("missing.is", value=self.option(fact, value))

    def options(self, fact: str) -> tuple[Option, ...]:
        """The answers to a closed question; none for a number."""
        kind = self._facts[fact]
        values: tuple[FactValue, ...] = (True, False) if kind.type == "boolean" else kind.values
        return tuple(Option(value, self.option(fact, value)) for value in values)

    def view(self, fact: str, known: KnownFact) -> FactView:
        """The fact as an answer shows it."""
        return FactView(
            value=known.value,
            label=self._facts[fact].label,
            display=self.value(fact, known.value),
            quote=known.quote,
            turn=known.turn,
            source=known.source,
            reason=known.reason,
        )

    def views(self, facts: Mapping[str, KnownFact]) -> dict[str, FactView]:
        """All facts as an answer shows them."""
        return {fact: self.view(fact, known) for fact, known in facts.items()}

    def bound(self, fact: str, bound: Bound) -> str:
        """A hedged number in words: 连续工作年限：不到30年; with two ends, one's own where they tell both: 快30年."""
        unit = self._facts[fact].unit
        say = self._wording.say
        if bound.at_least is not None and bound.below is not None and _says(bound.quote, bound):
            words = bound.quote
        elif bound.at_least is not None and bound.below is not None:
            words = say("bounds.between", low=number(bound.at_least), high=number(bound.below), unit=unit)
        elif bound.below is not None:
            words = say("bounds.below", number=number(bound.below), unit=unit)
        else:
            words = say("bounds.at_least", number=number(bound.at_least or 0), unit=unit)
        return say("bound", label=self.name(fact), words=words)

    def date(self, day: date) -> str:
        """A day in words."""
        return self._wording.say("date", year=day.year, month=day.month, day=day.day)

    def _plain(self, fact: str, value: FactValue) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        return self.amount(value, self._facts[fact].unit) if isinstance(value, (int, float)) else value


def _says(quote: str, bound: Bound) -> bool:
    """Whether the words by themselves tell both ends (快30年), which then need no numbers that nobody said."""
    told = find_quantities(normalise(quote).text)
    return any((each.at_least, each.below) == (bound.at_least, bound.below) for each in told)
