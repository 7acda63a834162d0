"""Every static check of corpus and rules, and every worked example: what `wence rules check` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.domain.document import Document
from assistant.domain.fact import Fact
from assistant.domain.rule import RuleBook
from assistant.errors import KnowledgeError
from assistant.knowledge.checks.commentary import check_commentary
from assistant.knowledge.checks.examples import check_examples
from assistant.knowledge.checks.meaning import check_meaning
from assistant.knowledge.checks.modes import check_modes
from assistant.knowledge.checks.values import check_values
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rulefiles.file import RuleFile
from assistant.knowledge.rules import load_rulebook, rule_files
from assistant.knowledge.vocabulary import load_facts, load_laws


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: `where` is file:line, `message` says what was found and how to mend it."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def verify(root: Path) -> tuple[Finding, ...]:
    """All that is wrong with the corpus and the rules under `root`, in a fixed order; empty when all is well.

    What cannot be read at all hides what depends on it: mend the first findings first.
    """
    return tuple(_findings(root))


def _findings(root: Path) -> Iterator[Finding]:
    try:
        facts = load_facts(root)
        load_laws(root, facts)
        documents = load_documents(root)
        files = rule_files(root, documents, facts)
    except KnowledgeError as error:
        yield Finding(error.where, error.message)
        return
    mistakes = [Finding(error.where, error.message) for file in files for error in file.errors]
    yield from mistakes
    yield from _each(files, check_commentary)
    if not mistakes:
        yield from _compiled(root, documents, facts)


def _each(files: tuple[RuleFile, ...], check: Callable[[RuleFile], Iterator[tuple[str, str]]]) -> Iterator[Finding]:
    for file in files:
        yield from (Finding(where, message) for where, message in check(file))


def _compiled(root: Path, documents: tuple[Document, ...], facts: Mapping[str, Fact]) -> Iterator[Finding]:
    try:
        book = load_rulebook(root, documents, facts)
    except KnowledgeError as error:
        yield Finding(error.where, error.message)
        return
    day = _latest_day(book)
    checks = (
        check_modes(book, facts),
        check_examples(book, facts),
        check_values(book),
        check_meaning(book, facts, day),
    )
    for found in checks:
        yield from (Finding(where, message) for where, message in found)


def _latest_day(book: RuleBook) -> date:
    """The day that rules are examined at: the last one that a worked example is read at."""
    return max((example.as_of for example in book.examples if example.as_of), default=date.max)
