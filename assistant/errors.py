"""Every error that the assistant raises on purpose.

WenceError
├── KnowledgeError        corpus or rules cannot be used; stops start-up (Chinese, file:line)
│   ├── RuleError         a rule file says something that has no meaning
│   └── DocumentError     a policy document cannot be read
├── FactError             a fact given from outside is unknown, out of range, or contradicts another (422)
├── ConversationNotFound  no such conversation, or it was erased (404)
├── TurnConflict          another turn of the same conversation is under way (409)
├── InputError            what was given cannot be taken: empty, too long, misspelt (422)
├── StoreError            the event log cannot be opened or reached (503)
└── SettingsError         a setting cannot be used; stops start-up
"""

from __future__ import annotations


class WenceError(Exception):
    """Base of all; `str(error)` is one clear line in Chinese that a person can act on."""


class KnowledgeError(WenceError):
    """Corpus or rules cannot be used. `where` is file:line, relative to the knowledge root."""

    def __init__(self, where: str, message: str) -> None:
        self.where = where
        self.message = message
        super().__init__(f"{where}: {message}" if where else message)


class RuleError(KnowledgeError):
    """A rule file says something that has no meaning."""


class DocumentError(KnowledgeError):
    """A policy document cannot be read."""


class FactError(WenceError):
    """A fact given from outside cannot be taken; `fact` is its id."""

    def __init__(self, fact: str, message: str) -> None:
        self.fact = fact
        super().__init__(message)


class ConversationNotFound(WenceError):
    """No such conversation, or it was erased."""

    def __init__(self, conversation: str) -> None:
        self.conversation = conversation
        super().__init__("没有这个对话，它可能已被清除。请新建一个对话。")


class TurnConflict(WenceError):
    """Another turn of the same conversation is under way."""

    def __init__(self, conversation: str) -> None:
        self.conversation = conversation
        super().__init__("上一句还在处理，请稍候再发。")


class InputError(WenceError):
    """What was given cannot be taken."""


class StoreError(WenceError):
    """The event log cannot be opened or reached."""


class SettingsError(WenceError):
    """A setting cannot be used; the message names it and says what is accepted."""
