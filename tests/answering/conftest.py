"""The real documents, rules and wording."""

from pathlib import Path

import pytest

from assistant.answering.display import Display
from assistant.answering.library import Library
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.knowledge.wording import load_wording

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def library() -> Library:
    documents, facts = load_documents(ROOT), load_facts(ROOT)
    return Library(documents, load_rulebook(ROOT, documents, facts), facts, load_wording(ROOT))


@pytest.fixture(scope="session")
def display(library: Library) -> Display:
    return Display(library)
