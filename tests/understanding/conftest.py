"""The reader over the real rules/terms, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.knowledge.documents import load_documents
from assistant.knowledge.lexicon import load_lexicon
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.understanding.reading import Reader

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def reader() -> Reader:
    facts = load_facts(ROOT)
    return Reader(load_lexicon(ROOT, facts, load_rulebook(ROOT, load_documents(ROOT), facts)))
