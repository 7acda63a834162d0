"""What every test may use."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests on asyncio alone: the service runs on nothing else."""
    return "asyncio"
