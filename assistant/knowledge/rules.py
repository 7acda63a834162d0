"""The rule book: every `rules/<document>.md` compiled to conditions, with its examples, notes and reading points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.domain.document import Document
from assistant.domain.fact import Fact
from assistant.domain.rule import Entitlement, RuleBook
from assistant.errors import RuleError
from assistant.knowledge.modes import load_derivations
from assistant.knowledge.population import load_priors
from assistant.knowledge.rulefiles.file import RuleFile, compile_file, path_of
from assistant.knowledge.vocabulary import load_laws


def load_rulebook(root: Path, documents: Sequence[Document], facts: Mapping[str, Fact]) -> RuleBook:
    """All rules of `documents`, compiled; a document without a rule file decides nothing.

    RuleError names file and line of the first mistake: nothing that has no meaning is ever left out in silence.
    """
    files = rule_files(root, documents, facts)
    for file in files:
        if file.errors:
            raise file.errors[0]
    return RuleBook(
        entitlements=_entitlements(files),
        reading_points={point.id: point for file in files for point in file.points.values()},
        derivations=load_derivations(root, facts),
        laws=load_laws(root, facts),
        priors=load_priors(root, facts),
        examples=tuple(example for file in files for example in file.examples),
        notes={note.clause: note for file in files for note in file.notes},
        headings={clause: heading for file in files for clause, heading in file.headings.items()},
    )


def rule_files(root: Path, documents: Sequence[Document], facts: Mapping[str, Fact]) -> tuple[RuleFile, ...]:
    """The rule files of the documents that have one, compiled, each with all of its mistakes."""
    return tuple(compile_file(root, document, facts) for document in documents if (root / path_of(document)).is_file())


def _entitlements(files: Sequence[RuleFile]) -> Mapping[str, Entitlement]:
    entitlements: dict[str, Entitlement] = {}
    for entitlement in (item for file in files for item in file.entitlements):
        if entitlement.id in entitlements:
            first = entitlements[entitlement.id].where
            raise RuleError(entitlement.where, f"规则“{entitlement.id}”在 {first} 已经有了。请换一个编号。")
        entitlements[entitlement.id] = entitlement
    return entitlements
