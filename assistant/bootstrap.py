"""Wiring: the only place that knows how the parts are put together."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from assistant.answering.compose import Composer
from assistant.answering.library import Library
from assistant.answering.wording import Wording
from assistant.conversation import Assistant, EventStore
from assistant.domain.answer import Versions
from assistant.domain.document import Document
from assistant.domain.fact import Case, Fact
from assistant.domain.proof import Decision
from assistant.domain.rule import RuleBook
from assistant.errors import InputError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.lexicon import load_lexicon
from assistant.knowledge.phrases import load_phrases
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.knowledge.wording import load_wording
from assistant.reasoning.reasoner import Reasoner
from assistant.retrieval.search import Search
from assistant.retrieval.terms import policy_words
from assistant.settings import Settings
from assistant.storage.log import Logged
from assistant.storage.memory import MemoryStore
from assistant.storage.sql import SqlStore
from assistant.text.segmentation import Segmenter
from assistant.text.similarity import nearest
from assistant.understanding.reading import Reader

_TIME_ZONE: Final = ZoneInfo("Asia/Shanghai")


def engine_version() -> str:
    """The version of the installed program; 0 in a source tree that was never installed."""
    try:
        return version("wence")
    except PackageNotFoundError:
        return "0"


class Store(EventStore, Protocol):
    """What the service needs of a store beyond a conversation's own log."""

    async def open(self) -> None:
        """Make ready."""

    async def close(self) -> None:
        """Let go."""

    async def expire(self, before: datetime) -> int:
        """Erase what was not touched since `before`."""

    async def recent(self, types: Collection[str], limit: int) -> list[Logged]:
        """The newest events of these types, newest first."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Decisions from facts alone, and the fact most worth asking for next."""

    decisions: tuple[Decision, ...]
    ask_next: str | None


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that corpus and rules give, ready to answer; holds no conversation."""

    documents: tuple[Document, ...]
    facts: Mapping[str, Fact]
    rulebook: RuleBook
    library: Library
    reader: Reader
    search: Search
    reasoner: Reasoner
    assistant: Assistant
    versions: Versions

    def check(self, case: Case, as_of: date, entitlements: Sequence[str] | None = None) -> Checked:
        """Decide from facts alone; FactError and InputError name what cannot be taken."""
        for name in entitlements or ():
            self._require_entitlement(name)
        self.reasoner.check(case)
        chosen = list(entitlements) if entitlements is not None else list(self.rulebook.entitlements)
        decisions = self.reasoner.decide_all(case, as_of, chosen)
        return Checked(tuple(decisions), self.reasoner.next_question(case, as_of, chosen))

    def warm_up(self) -> Iterator[None]:
        """Prepare the rules one by one, so that the first who asks need not wait for it."""
        for entitlement in self.rulebook.entitlements:
            self.reasoner.decide(entitlement, Case(), today())
            self.reasoner.next_question(Case(), today(), (entitlement,))
            yield

    def _require_entitlement(self, name: str) -> None:
        known = list(self.rulebook.entitlements)
        if name not in known:
            near = nearest(name, known, cutoff=0.5)
            hint = f"是否指“{near.term}”？" if near else f"可用的有：{'、'.join(known[:5])} 等。"
            raise InputError(f"没有名为“{name[:60]}”的政策条目。{hint}")


def today() -> date:
    """The date in China, which rules are read at where nobody names another."""
    return datetime.now(_TIME_ZONE).date()


def build_engine(settings: Settings) -> Engine:
    """Load and check all of corpus and rules; KnowledgeError stops the start and names file and line."""
    root = settings.knowledge()
    documents = load_documents(root)
    facts = load_facts(root)
    rulebook = load_rulebook(root, documents, facts)
    wording = _wording(root, settings)
    library = Library(documents, rulebook, facts, wording)
    versions = Versions(corpus=_digest(root / "corpus"), rules=_digest(root / "rules"), engine=engine_version())
    reader = Reader(load_lexicon(root, facts, rulebook))
    phrases = load_phrases(root)
    search = Search(documents, phrases, Segmenter(policy_words(documents, phrases)))
    reasoner = Reasoner(rulebook, facts)
    assistant = Assistant(reader, reasoner, search, Composer(library, versions))
    return Engine(documents, facts, rulebook, library, reader, search, reasoner, assistant, versions)


def open_store(settings: Settings) -> Store:
    """The event log that the settings name; `memory://` keeps nothing."""
    url = settings.database_url()
    return MemoryStore() if url == "memory://" else SqlStore(url)


def _wording(root: Path, settings: Settings) -> Wording:
    """The wording as written, with the telephone number of the settings where they name one."""
    wording = load_wording(root)
    if "handoff_phone" not in settings.model_fields_set:
        return wording
    return Wording({**wording.tree, "phone": settings.handoff_phone})


def _digest(folder: Path) -> str:
    """A hash of every file in the folder, names and contents, in a fixed order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
