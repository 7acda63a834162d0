"""The whole assistant, wired as the service wires it."""

import pytest

from assistant.bootstrap import Engine, build_engine
from assistant.conversation import Assistant
from assistant.settings import Settings


@pytest.fixture(scope="session")
def engine() -> Engine:
    return build_engine(Settings(_env_file=None))


@pytest.fixture(scope="session")
def assistant(engine: Engine) -> Assistant:
    return engine.assistant
