"""The examples in the docstrings of text/ hold."""

import doctest
from types import ModuleType

import pytest

from assistant.text import dates, hedges, masking, moment_grammar, moments, normalise, numerals, quantities, units


@pytest.mark.parametrize(
    "module", [dates, hedges, masking, moment_grammar, moments, normalise, numerals, quantities, units]
)
def test_every_example_runs(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
