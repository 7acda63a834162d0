"""Conversations as lists of commands, over the real knowledge: a reader that understands what it is told to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.conversation import Assistant
from assistant.domain.event import Event
from assistant.domain.utterance import (
    Ask,
    Command,
    Reading,
    SetFact,
)
from assistant.understanding.reading import Context

DAY = date(2026, 11, 24)
LONG = "long_service_appointment"
ASK_LONG = Ask("12条能聘不", personal=True, entitlements=(LONG,))
STATION = (
    SetFact("unit_level", "乡镇", "镇农技站"),
    SetFact("unit_kind", "事业单位", "镇农技站"),
    SetFact("professional_post", True, "专技岗"),
    SetFact("series", "农业", "农艺师"),
    SetFact("title_level", "副高级", "高级农艺师"),
)
YEARS = (SetFact("township_years", 16, "16年"), SetFact("township_continuous_years", 16, "16年"))


class ScriptedReader:
    """Understands the commands it was given, whatever the text."""

    def __init__(self) -> None:
        self.commands: Sequence[Command] = ()

    def read(self, text: str, context: Context) -> Reading:
        return Reading(text, tuple(self.commands))


class Talk:
    """A conversation as a log, one list of commands a turn."""

    def __init__(self, assistant: Assistant, reader: ScriptedReader) -> None:
        self.assistant = assistant
        self.reader = reader
        self.log: list[Event] = list(assistant.greet("c", DAY))

    def say(self, *commands: Command, text: str = "") -> dict[str, Any]:
        self.reader.commands = commands
        asked = [command.text for command in commands if isinstance(command, Ask)]
        self.log += list(self.assistant.turn(self.log, text or "，".join(asked) or "话"))
        return dict(self.log[-1].data)

    def turn(self) -> list[Event]:
        """The events of the last turn."""
        return [event for event in self.log if event.turn == self.log[-1].turn]


def outcomes(answer: dict[str, Any]) -> dict[str, str]:
    return {decision["entitlement"]: decision["outcome"] for decision in answer["decisions"]}


def values(answer: dict[str, Any]) -> dict[str, Any]:
    return {fact: view["value"] for fact, view in answer["facts"].items() if view["source"] != "derived"}


def asks(answer: dict[str, Any]) -> str | None:
    return answer["question"]["fact"] if answer["question"] else None


def cites(answer: dict[str, Any]) -> list[int]:
    return [citation["clause"]["number"] for citation in answer["citations"]]
