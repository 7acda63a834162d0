"""`wence chat`: the conversation in a terminal, streamed as it is computed, kept in memory only."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.bootstrap import build_engine, today
from assistant.cli.screen import Screen
from assistant.domain.event import Event
from assistant.settings import read_settings

_LONGEST = 2000


def chat(arguments: argparse.Namespace) -> int:
    """Talk until an empty line, the end of the input, or an interrupt."""
    engine = build_engine(read_settings())
    log: list[Event] = []
    choices = _show(engine.assistant.greet(secrets.token_hex(16), arguments.as_of or today()), log)
    while (text := _read(choices)) is not None:
        choices = _show(engine.assistant.turn(log, text), log)
    return 0


def _show(events: Iterator[Event], log: list[Event]) -> Sequence[str]:
    """Print a turn as it comes and keep it in the log; what may be said next by its number."""
    screen, citations = Screen(), []
    answer: Mapping[str, Any] = {}
    for event in events:
        log.append(event)
        if event.type == "answer.block":
            screen.block(event.data["text"])
        elif event.type == "citation.added":
            citations.append(event.data)
        elif event.type == "turn.finished":
            answer = event.data
    screen.citations(citations)
    question: Mapping[str, Any] | None = answer.get("question")
    if question:
        screen.options(question)
        return [option["label"] for option in question["options"]]
    suggestions: Sequence[str] = answer.get("suggestions", ())
    screen.suggestions(suggestions)
    return suggestions


def _read(choices: Sequence[str]) -> str | None:
    """What the person says next, a number as what it stands for; None at the end."""
    while True:
        try:
            text = input("\n> ").strip()
        except EOFError:
            print()
            return None
        if not text:
            return None
        if len(text) > _LONGEST:
            print(f"一次最多 {_LONGEST} 字，请分几次说。", file=sys.stderr)
            continue
        return _meant(text, choices)


def _meant(text: str, choices: Sequence[str]) -> str:
    if text in ("?", "？"):
        return "为什么问这个？"
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(choices):
        return choices[int(text) - 1]
    return text
