"""Rows of whole numbers, each row held in one integer: rows are added and scaled as fast as single numbers."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Final

_BITS: Final = 32
_TYPE: Final = "i"


class Packing:
    """Packs rows of `size` numbers. Sums and products of what is packed are those of the rows, number by number.

    Every number must stay below 2**31 in size, in the results too.

    >>> rows = Packing(3)
    >>> list(rows.unpack(2 * rows.pack([1, -2, 3]) - rows.pack([5, 5, 5])))
    [-3, -9, 1]
    """

    def __init__(self, size: int) -> None:
        self._bytes = size * _BITS // 8
        self._signs = sum(1 << (_BITS * place + _BITS - 1) for place in range(size))
        """The sign bit of every number: with 2**31 added to each, none is negative, and none borrows from the next."""

    def pack(self, row: Iterable[int]) -> int:
        """The row as one integer."""
        return (int.from_bytes(array(_TYPE, row).tobytes(), sys.byteorder) ^ self._signs) - self._signs

    def unpack(self, packed: int) -> Sequence[int]:
        """The row that an integer holds."""
        row = ((packed + self._signs) ^ self._signs).to_bytes(self._bytes, sys.byteorder)
        return memoryview(row).cast(_TYPE)
