"""The conditions that carry an outcome, read off its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.domain.document import ClauseId
from assistant.domain.fact import FactValue
from assistant.domain.proof import ProofNode, Status

Bearing = Literal["holds", "fails", "excepted", "not_excepted", "unknown"]

_BRANCHES: Final = ("any", "case")


@dataclass(frozen=True, slots=True)
class Ground:
    """One condition and how it bears on the outcome; `clause` and `quote` are empty for what goes without saying.

    `law` says from which table the fact follows, where nobody stated it.
    """

    bearing: Bearing
    text: str
    fact: str | None = None
    value: FactValue | None = None
    quote: str = ""
    clause: ClauseId | None = None
    law: str = ""


def supporting(proof: ProofNode) -> tuple[Ground, ...]:
    """What makes it met: one ground for each condition that holds, one branch where several would do."""
    return _distinct(_holding(proof))


def opposing(proof: ProofNode) -> tuple[Ground, ...]:
    """What keeps it from being met: the conditions that fail, and the exceptions that apply.

    Where some of them settle it whichever way the clause is read, those that hang on a reading are left out.
    """
    parts = [part for child in proof.children if (part := (_hangs_on_reading(child), tuple(_failing(child))))[1]]
    plain = [grounds for hangs, grounds in parts if not hangs]
    chosen = plain or [grounds for _, grounds in parts]
    return _distinct(ground for grounds in chosen for ground in grounds)


def open_grounds(proof: ProofNode) -> tuple[Ground, ...]:
    """The conditions that still wait for a fact."""
    return _distinct(_ground(node, "unknown") for node in _leaves(proof) if node.status is Status.UNKNOWN)


def _holding(node: ProofNode) -> Iterator[Ground]:
    if node.kind == "exception":
        if node.status is Status.FALSE:
            yield _ground(_quoted(node), "not_excepted")
    elif _is_leaf(node):
        if node.status is Status.TRUE:
            yield _ground(node, "holds")
    else:
        true = [child for child in node.children if child.status is Status.TRUE or child.kind == "exception"]
        for child in true[:1] if node.kind in (*_BRANCHES, "reading") else true:
            yield from _holding(child)


def _failing(node: ProofNode) -> Iterator[Ground]:
    if node.kind == "exception":
        if node.status is Status.TRUE:
            yield from (replace(ground, bearing="excepted") for ground in _excepted(node))
    elif _is_leaf(node):
        if node.status is Status.FALSE:
            yield _ground(node, "fails")
    else:
        for child in _relevant(node):
            yield from _failing(child)


def _hangs_on_reading(node: ProofNode) -> bool:
    return node.kind == "reading" or any(_hangs_on_reading(child) for child in node.children)


def _relevant(node: ProofNode) -> Iterable[ProofNode]:
    """The children that count: of a table by one fact, only the row that the fact picks."""
    if node.kind != "case":
        return node.children
    picked = [child for child in node.children if next(_leaves(child)).status is not Status.FALSE]
    return picked or node.children[:1]


def _excepted(node: ProofNode) -> Iterator[Ground]:
    """The leaves for which an exception applies, quoted by the exception where they have no words of their own."""
    words = _quoted(node)
    leaves = [leaf for leaf in _leaves(node) if leaf.status is Status.TRUE] or [node]
    for leaf in leaves:
        quoted = leaf if leaf.quote else replace(leaf, quote=words.quote, clause=words.clause)
        yield _ground(quoted, "excepted")


def _quoted(node: ProofNode) -> ProofNode:
    """The node itself where it has words, else its first descendant that has."""
    if node.quote:
        return node
    return next((leaf for leaf in _leaves(node) if leaf.quote), node)


def _is_leaf(node: ProofNode) -> bool:
    """A condition on one fact; below it stands at most the law that the fact follows from."""
    return node.fact is not None or not node.children


def _leaves(node: ProofNode) -> Iterator[ProofNode]:
    if _is_leaf(node):
        yield node
        return
    for child in node.children:
        yield from _leaves(child)


def _ground(node: ProofNode, bearing: Bearing) -> Ground:
    law = next((child.text for child in node.children if child.kind == "law"), "")
    return Ground(bearing, node.text, node.fact, node.value, node.quote, node.clause, law)


def _distinct(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(grounds))
