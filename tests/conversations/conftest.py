"""The whole assistant, wired as the service wires it."""

import pytest

from assistant.bootstrap import build_engine
from assistant.conversation import Assistant
from assistant.settings import Settings


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return build_engine(Settings(_env_file=None)).assistant
