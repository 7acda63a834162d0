"""How an answer looks in a terminal; plain where the output is no terminal or NO_COLOR is set."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.domain.document import Span


class Screen:
    """Prints the pieces of an answer, as they come or all at once."""

    def __init__(self) -> None:
        self._said = ""
        self._colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def bold(self, text: str) -> str:
        """Text that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self._colour else text

    def faint(self, text: str) -> str:
        """Text that steps back."""
        return f"\x1b[2m{text}\x1b[0m" if self._colour else text

    def marked(self, text: str, spans: Iterable[Span]) -> str:
        """The text with `spans` marked, by colour or by 【】 where there is none."""
        before, after = ("\x1b[33m", "\x1b[0m") if self._colour else ("【", "】")
        parts, position = [], 0
        for span in sorted(spans):
            if span.start < position:
                continue
            parts += [text[position : span.start], before, span.of(text), after]
            position = span.end
        return "".join([*parts, text[position:]])

    def block(self, text: str) -> None:
        """One piece of the answer."""
        self._said += text
        print(text, flush=True)

    def citations(self, citations: Sequence[Mapping[str, Any]]) -> None:
        """The clauses cited, word for word, where no piece of the answer has quoted them."""
        for number, citation in enumerate(citations, 1):
            if citation["quote"] in self._said:
                continue
            source = f"{citation['document_number']} 第{citation['clause']['number']}条"
            print(self.faint(f"[{number}] {source}：「{citation['quote']}」"), flush=True)

    def options(self, question: Mapping[str, Any]) -> None:
        """The options of a question, numbered."""
        for number, option in enumerate(question["options"], 1):
            print(f"  {number}. {option['label']}", flush=True)

    def suggestions(self, texts: Sequence[str]) -> None:
        """What can be said next."""
        if texts:
            numbered = (f"{number}. {text}" for number, text in enumerate(texts, 1))
            print(self.faint(f"可以接着说：{'；'.join(numbered)}"), flush=True)

    def answer(self, answer: Mapping[str, Any]) -> None:
        """A whole answer."""
        for block in answer["blocks"]:
            self.block(block["text"])
        self.citations(answer["citations"])
        if answer["question"]:
            self.options(answer["question"])
