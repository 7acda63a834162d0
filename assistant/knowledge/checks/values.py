"""Values that a condition lists in vain, because a condition that stands beside or above it has ruled them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.rule import AllOf, AnyOf, Comparison, Condition, Fork, RuleBook


def check_values(book: RuleBook) -> Iterator[tuple[str, str]]:
    """Each value listed in vain, once; what a shared definition lists is no fault of the rule that uses it."""
    for rule in book.entitlements.values():
        found = dict.fromkeys(_conjunction((*rule.premises, *rule.requirements), ()))
        for text, values in found:
            yield (
                rule.where,
                f"规则“{rule.id}”的条件“{text}”里，“{values}”已被别的条件排除，写不写都一样。请删去，或核对别的条件。",
            )


def _conjunction(parts: Sequence[Condition], above: tuple[Comparison, ...]) -> Iterator[tuple[str, str]]:
    """The vain values of conditions that hold together with those `above`."""
    flat = list(_flattened(parts))
    beside = [part for part in flat if isinstance(part, Comparison) and part.operator == "in"]
    for leaf in beside:
        others = [other for other in (*above, *beside) if other is not leaf and other.fact == leaf.fact]
        yield from _in_vain(leaf, others)
    context = (*above, *beside)
    for part in flat:
        if isinstance(part, AnyOf):
            for child in part.children:
                yield from _conjunction((child,), context)
        elif isinstance(part, Fork):
            for option in part.options.values():
                yield from _conjunction((option,), context)


def _flattened(parts: Sequence[Condition]) -> Iterator[Condition]:
    for part in parts:
        if isinstance(part, AllOf):
            yield from _flattened(part.children)
        else:
            yield part


def _in_vain(leaf: Comparison, others: Sequence[Comparison]) -> Iterator[tuple[str, str]]:
    for other in others:
        vain = [str(value) for value in leaf.values if value not in other.values]
        if vain and not set(other.values) <= set(leaf.values):
            yield leaf.text, "、".join(vain)
