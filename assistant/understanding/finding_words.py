"""The words that tell whether something was done and still stands, as `rules/terms/findings.yaml` lists them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understanding.patterns import PatternSet


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What keeps words from telling that something is so: of every fact, or only of what an authority finds.

    `open`, `presumed` and `long_ago` are about findings, `none_of_open` what only looks like `open`; `others`,
    `let_go` and `conditions` stand behind the words, `required` in front of them; `withdrawn` comes later. `bare` words
    tell nothing where the clause ends with them. `still_open` are answers that leave one of `open_facts` undecided.
    """

    open: PatternSet
    conditions: PatternSet
    bare: PatternSet
    none_of_open: PatternSet
    presumed: PatternSet
    long_ago: PatternSet
    withdrawn: PatternSet
    others: PatternSet
    let_go: PatternSet
    required: PatternSet
    still_open: PatternSet
    open_facts: frozenset[str]
