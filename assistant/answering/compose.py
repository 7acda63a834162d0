"""Puts an answer together, piece by piece, in the order in which it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from assistant.answering.citations import Citations
from assistant.answering.display import Display
from assistant.answering.echo import Echo
from assistant.answering.explanation import Explanation
from assistant.answering.library import Library
from assistant.answering.overview import Overview
from assistant.answering.questions import Questions
from assistant.answering.retrieved import Retrieved
from assistant.answering.speech import Speech
from assistant.domain.answer import Act, Answer, Block, Change, HandoffOffer, Question, Versions
from assistant.domain.document import ClauseId
from assistant.domain.encoding import decode, encode
from assistant.domain.fact import Bound, FactValue, KnownFact
from assistant.domain.proof import Decision

SUGGESTIONS: Final = 3
"""At most so many things the user may want to say next."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when an answer is finished: facts with what follows from them, bounds, and the day."""

    facts: Mapping[str, KnownFact]
    bounds: Mapping[str, Bound]
    as_of: date


class Composer:
    """Makes drafts; built once from the library and the versions that answers are stamped with."""

    def __init__(self, library: Library, versions: Versions) -> None:
        self.library = library
        self.versions = versions
        self.display = Display(library)

    def draft(self) -> Draft:
        """An empty draft for one turn."""
        return Draft(self)

    def recall(self, data: Mapping[str, Any]) -> Answer:
        """An earlier answer, from the JSON that the log keeps."""
        return decode(Answer, data)

    def decision_id(self, known: Known, entitlements: Iterable[str], supposed: Mapping[str, FactValue]) -> str:
        """A stable name for the decisions that these facts come to, on that day, under these versions."""
        told = {
            "facts": {fact: known.facts[fact].value for fact in sorted(known.facts)},
            "bounds": {fact: [known.bounds[fact].at_least, known.bounds[fact].below] for fact in sorted(known.bounds)},
            "as_of": known.as_of.isoformat(),
            "supposed": {fact: supposed[fact] for fact in sorted(supposed)},
            "entitlements": list(entitlements),
            "versions": encode(self.versions),
        }
        canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]


@dataclass
class Draft:
    """One answer under way: the speakers share its citations, so that marks follow the order of the text."""

    composer: Composer
    blocks: list[Block] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    changes: tuple[Change, ...] = ()
    question: Question | None = None
    suggestions: list[str] = field(default_factory=list)
    hypothetical: bool = False
    supposed: Mapping[str, FactValue] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    handoff: HandoffOffer | None = None

    def __post_init__(self) -> None:
        library, display = self.composer.library, self.composer.display
        self.citations = Citations(library)
        self.explanation = Explanation(library, display, self.citations)
        self.retrieved = Retrieved(library, self.citations)
        self.overview = Overview(library, display, self.explanation)
        self.questions = Questions(library, display, self.citations)
        self.echo = Echo(display, library.wording)
        self.speech = Speech(library, display, self.explanation)

    def suggest(self, texts: Sequence[str]) -> None:
        """Offer these as things to say next, as far as there is room."""
        self.suggestions = list(dict.fromkeys([*self.suggestions, *texts]))[:SUGGESTIONS]

    def clauses(self) -> tuple[ClauseId, ...]:
        """The clauses that the answer rests on, in order."""
        cited = [citation.clause for citation in self.citations.items]
        return tuple(dict.fromkeys([*cited, *(decision.clause for decision in self.decisions)]))

    def finish(self, conversation: str, turn: int, act: Act, known: Known) -> Answer:
        """The whole answer."""
        composer = self.composer
        return Answer(
            conversation=conversation,
            turn=turn,
            act=act,
            blocks=tuple(self.blocks),
            versions=composer.versions,
            decision_id=composer.decision_id(known, [d.entitlement for d in self.decisions], self.supposed),
            facts=composer.display.views(known.facts),
            bounds=known.bounds,
            changes=self.changes,
            decisions=tuple(self.decisions),
            citations=self.citations.items,
            question=self.question,
            suggestions=tuple(self.suggestions),
            hypothetical=self.hypothetical,
            notices=self.notices,
            handoff=self.handoff,
        )
