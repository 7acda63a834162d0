"""Adds a policy document from a file: read, recognise, show, and write into `corpus/` whole or not at all."""

from assistant.knowledge.importing.adding import add, recognise
from assistant.knowledge.importing.recognised import Recognised, format_tree

__all__ = ["Recognised", "add", "format_tree", "recognise"]
