"""What every test may use."""

import pytest

from assistant import bootstrap
from assistant.settings import Settings


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests on asyncio alone: the service runs on nothing else."""
    return "asyncio"


@pytest.fixture(scope="session")
def engine() -> bootstrap.Engine:
    """All of corpus and rules, as shipped; built once."""
    return bootstrap.build_engine(Settings(_env_file=None))
