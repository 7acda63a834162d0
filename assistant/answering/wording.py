"""Every sentence that the assistant says, from data (`rules/wording.yaml`): templates with {slots}."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class WordingMissingError(KeyError):
    """The wording data lacks a key that the program needs."""


@dataclass(frozen=True)
class Wording:
    """The tree of templates; keys are dotted paths.

    >>> Wording({"talk": {"thanks": "不客气，{who}。"}}).say("talk.thanks", who="您")
    '不客气，您。'
    """

    tree: Mapping[str, Any]

    def say(self, key: str, **slots: object) -> str:
        """The sentence of `key` with its slots filled in."""
        template = self._at(key)
        if not isinstance(template, str):
            raise WordingMissingError(key)
        return template.format(**slots)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of sentences of `key`."""
        found = self._at(key)
        if not isinstance(found, list):
            raise WordingMissingError(key)
        return tuple(found)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return isinstance(self._find(key), str)

    def either(self, key: str, otherwise: str, **slots: object) -> str:
        """The sentence of `key`, or that of `otherwise` where there is none."""
        return self.say(key if self.has(key) else otherwise, **slots)

    def join(self, parts: list[str] | tuple[str, ...]) -> str:
        """Parts of an enumeration in one line."""
        return self.say("separator").join(parts)

    def _at(self, key: str) -> Any:
        found = self._find(key)
        if found is None:
            raise WordingMissingError(key)
        return found

    def _find(self, key: str) -> Any:
        node: Any = self.tree
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                return None
            node = node[part]
        return node
