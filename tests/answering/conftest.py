"""What is shown, over the real documents, rules and wording."""

import pytest

from assistant.answering.display import Display
from assistant.answering.library import Library


@pytest.fixture(scope="session")
def display(library: Library) -> Display:
    return Display(library)
