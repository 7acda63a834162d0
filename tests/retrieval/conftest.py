"""One search over the first policy, built once."""

from pathlib import Path

import pytest

from assistant.domain.document import Document
from assistant.knowledge.documents import load_documents
from assistant.knowledge.phrases import load_phrases
from assistant.retrieval.search import Search
from assistant.retrieval.terms import policy_words
from assistant.text.segmentation import Segmenter

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    return tuple(document for document in load_documents(ROOT) if document.id == "jl-2016-44")


@pytest.fixture(scope="session")
def search(documents: tuple[Document, ...]) -> Search:
    phrases = load_phrases(ROOT)
    return Search(documents, phrases, Segmenter(policy_words(documents, phrases)))
