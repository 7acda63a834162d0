"""The real documents and rules, and a search that finds what it is told to."""

from collections.abc import Mapping
from datetime import date

import pytest

from assistant.answering.compose import Composer
from assistant.answering.library import Library
from assistant.bootstrap import Engine
from assistant.conversation import Assistant
from assistant.domain.answer import Versions
from assistant.domain.document import ClauseId, Span
from assistant.retrieval.evidence import Evidence, Verdict
from assistant.retrieval.search import Hit, SearchResult
from tests.conversation.talking import ScriptedReader, Talk


class FakeSearch:
    """Finds for each query the clauses it was told, with their scores; nothing for any other."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._found: dict[str, SearchResult] = {}

    def finds(
        self,
        query: str,
        scores: Mapping[int, float],
        similarity: float = 0.6,
        verdict: Verdict = "answered",
        grants: Mapping[int, str] | None = None,
    ) -> None:
        hits = tuple(
            Hit(ClauseId(self._document, number), score, (), Span(0, 4), (grants or {}).get(number))
            for number, score in scores.items()
        )
        self._found[query] = SearchResult(hits, not hits, Evidence(verdict, similarity=similarity))

    def search(self, query: str, limit: int = 10, as_of: date | None = None) -> SearchResult:
        return self._found.get(query, SearchResult((), True, Evidence("not_covered")))


@pytest.fixture
def search(library: Library) -> FakeSearch:
    return FakeSearch(library.documents[0].id)


@pytest.fixture(scope="session")
def reader() -> ScriptedReader:
    return ScriptedReader()


@pytest.fixture(scope="session")
def assistant(engine: Engine, reader: ScriptedReader) -> Assistant:
    return Assistant(reader, engine.reasoner, engine.search, Composer(engine.library, Versions("c", "r", "e")))


@pytest.fixture
def talk(assistant: Assistant, reader: ScriptedReader) -> Talk:
    return Talk(assistant, reader)
