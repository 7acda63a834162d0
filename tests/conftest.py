"""What every test may use."""

import gc

import pytest

from assistant import bootstrap
from assistant.answering.library import Library
from assistant.conversation import Assistant
from assistant.settings import Settings
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.reading import Reader


def pytest_collection_finish() -> None:
    """Thousands of collected tests live to the end of the run: the garbage collector need not go over them again."""
    gc.freeze()


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests on asyncio alone: the service runs on nothing else."""
    return "asyncio"


@pytest.fixture(scope="session")
def engine() -> bootstrap.Engine:
    """All of corpus and rules, as shipped; built once."""
    built = bootstrap.build_engine(Settings(_env_file=None))
    gc.freeze()
    return built


@pytest.fixture(scope="session")
def library(engine: bootstrap.Engine) -> Library:
    """The real documents, rules and wording."""
    return engine.library


@pytest.fixture(scope="session")
def assistant(engine: bootstrap.Engine) -> Assistant:
    """The whole assistant, wired as the service wires it."""
    return engine.assistant


@pytest.fixture(scope="session")
def reader(engine: bootstrap.Engine) -> Reader:
    """The reader over the words as shipped."""
    return engine.reader


@pytest.fixture(scope="session")
def lexicon(reader: Reader) -> Lexicon:
    """The words that the reader reads by."""
    return reader.lexicon
