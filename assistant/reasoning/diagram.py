"""Decision diagrams over many-valued variables: a function of all facts in a form where equal functions are one object.

A function is a `Node` (a variable and a child for each of its cells) or a terminal (any hashable value but a Node).
Variables are numbered, and every path meets them in ascending order. `None` is the terminal IMPOSSIBLE: facts that no
applicant can have together. It stands for "does not matter", so a node whose possible children are all one is that
child; hence a function that is still a Node really has two outcomes in reach.

Reduced ordered decision diagrams are Bryant's (IEEE Trans. Computers 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

Terminal = Any
Function = Any
"""A Node or a Terminal."""

IMPOSSIBLE: Final = None


class Node:
    """A choice by one variable. Made by `Diagram.node` alone, so that equal nodes are identical."""

    __slots__ = ("kids", "variable")

    def __init__(self, variable: int, kids: tuple[Function, ...]) -> None:
        self.variable = variable
        self.kids = kids


class Diagram:
    """The nodes of functions over the same variables, each made once."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[int, tuple[Function, ...]], Node] = {}
        self._restricted: dict[tuple[Function, int, int], Function] = {}
        self._support: dict[Function, int] = {}

    def __len__(self) -> int:
        return len(self._nodes)

    def node(self, variable: int, kids: tuple[Function, ...]) -> Function:
        """The function that is `kids[cell]` where `variable` lies in `cell`."""
        possible = {id(kid): kid for kid in kids if kid is not IMPOSSIBLE}
        first = next(iter(possible.values()), IMPOSSIBLE)
        if len(possible) < 2 or all(type(kid) is not Node and kid == first for kid in possible.values()):
            return first
        key = (variable, kids)
        found = self._nodes.get(key)
        return found if found is not None else self._nodes.setdefault(key, Node(variable, kids))

    def combine(self, operate: Callable[[Terminal, Terminal], Terminal], left: Function, right: Function) -> Function:
        """The function whose terminals are `operate` of both; IMPOSSIBLE where either is."""
        memo: dict[tuple[Function, Function], Function] = {}

        def walk(a: Function, b: Function) -> Function:
            if a is IMPOSSIBLE or b is IMPOSSIBLE:
                return IMPOSSIBLE
            inner_a, inner_b = type(a) is Node, type(b) is Node
            if not inner_a and not inner_b:
                return operate(a, b)
            key = (a, b)
            if key not in memo:
                top = min(f.variable for f in (a, b) if type(f) is Node)
                memo[key] = self.node(top, tuple(walk(x, y) for x, y in _split(a, b, top)))
            return memo[key]

        return walk(left, right)

    def merge(self, left: Function, right: Function, differ: Terminal, void: Terminal = IMPOSSIBLE) -> Function:
        """The function that is what both are where they agree, and `differ` where they do not; `void` is nothing."""
        memo: dict[tuple[Function, Function], Function] = {}

        def walk(a: Function, b: Function) -> Function:
            if a is b or b is IMPOSSIBLE or b == void:
                return a
            if a is IMPOSSIBLE or a == void:
                return b
            if type(a) is not Node and type(b) is not Node:
                return a if a == b else differ
            key = (a, b)
            if key not in memo:
                top = min(f.variable for f in (a, b) if type(f) is Node)
                memo[key] = self.node(top, tuple(walk(x, y) for x, y in _split(a, b, top)))
            return memo[key]

        return walk(left, right)

    def project(self, function: Function, variables: int, differ: Terminal, void: Terminal = IMPOSSIBLE) -> Function:
        """What is certain without ever knowing the `variables` (a bit mask), and `differ` where nothing is.

        `void` is a terminal that stands for what is impossible and has not melted away yet.
        """
        memo: dict[Function, Function] = {}

        def walk(f: Function) -> Function:
            if type(f) is not Node:
                return f
            if f not in memo:
                kids = tuple(walk(kid) for kid in f.kids)
                memo[f] = self._melt(kids, differ, void) if variables >> f.variable & 1 else self.node(f.variable, kids)
            return memo[f]

        return walk(function)

    def _melt(self, kids: Sequence[Function], differ: Terminal, void: Terminal) -> Function:
        result: Function = IMPOSSIBLE
        for kid in kids:
            result = self.merge(result, kid, differ, void)
        return result

    def map(self, function: Function, change: Callable[[Function], Function], below: int = 1 << 30) -> Function:
        """The function with every terminal, and every node of a variable from `below` on, changed by `change`."""
        memo: dict[Function, Function] = {}

        def walk(f: Function) -> Function:
            if f is IMPOSSIBLE:
                return f
            if type(f) is not Node or f.variable >= below:
                return change(f)
            if f not in memo:
                memo[f] = self.node(f.variable, tuple(walk(kid) for kid in f.kids))
            return memo[f]

        return walk(function)

    def restrict(self, function: Function, variable: int, cell: int) -> Function:
        """The function once it is known in which cell a variable lies."""
        if type(function) is not Node or function.variable > variable:
            return function
        if function.variable == variable:
            return function.kids[cell]
        key = (function, variable, cell)
        found = self._restricted.get(key, key)
        if found is key:
            kids = tuple(self.restrict(kid, variable, cell) for kid in function.kids)
            found = self._restricted[key] = self.node(function.variable, kids)
        return found

    def residual(self, function: Function, masks: Sequence[int]) -> Function:
        """The function within the cells that `masks` leave possible for each variable."""
        memo: dict[Function, Function] = {}

        def walk(f: Function) -> Function:
            if type(f) is not Node:
                return f
            if f not in memo:
                mask = masks[f.variable]
                kids = tuple(walk(kid) if mask >> cell & 1 else IMPOSSIBLE for cell, kid in enumerate(f.kids))
                memo[f] = self.node(f.variable, kids)
            return memo[f]

        return walk(function)

    def support(self, function: Function) -> int:
        """The variables that matter to the function, as a bit mask."""
        if type(function) is not Node:
            return 0
        found = self._support.get(function)
        if found is None:
            found = 1 << function.variable
            for kid in function.kids:
                found |= self.support(kid)
            self._support[function] = found
        return found


def terminals(function: Function) -> set[Terminal]:
    """All terminals in reach but IMPOSSIBLE."""
    found: set[Terminal] = set()
    seen: set[int] = set()

    def walk(f: Function) -> None:
        if type(f) is not Node:
            if f is not IMPOSSIBLE:
                found.add(f)
        elif id(f) not in seen:
            seen.add(id(f))
            for kid in f.kids:
                walk(kid)

    walk(function)
    return found


def path_to(function: Function, accept: Callable[[Terminal], bool]) -> dict[int, int] | None:
    """The cells of one way to an accepted terminal, or None; variables that do not matter on it are left out."""
    if type(function) is not Node:
        return {} if function is not IMPOSSIBLE and accept(function) else None
    for cell, kid in enumerate(function.kids):
        rest = path_to(kid, accept)
        if rest is not None:
            return {function.variable: cell, **rest}
    return None


def _split(a: Function, b: Function, top: int) -> Iterator[tuple[Function, Function]]:
    """The pairs of children of two functions by the variable `top`."""
    split_a = type(a) is Node and a.variable == top
    split_b = type(b) is Node and b.variable == top
    for cell in range(len(a.kids if split_a else b.kids)):
        yield (a.kids[cell] if split_a else a), (b.kids[cell] if split_b else b)
