"""What one utterance says: commands with the words they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from assistant.domain.document import Span
from assistant.domain.fact import Bound, FactSource, FactValue

AskForm = Literal["question", "words", "statement", "supposition"]
WhyAbout = Literal["reasons", "basis", "doubt"]


@dataclass(frozen=True, slots=True)
class SetFact:
    """The applicant has this value. `corrects` where the words say that an earlier value was wrong.

    `span` is in the user's own characters. `reason` is given where the value was inferred (`source` derived). `since`
    is the day that a number is counted from, where that was said (born, started).
    """

    fact: str
    value: FactValue
    quote: str = ""
    span: Span | None = None
    source: FactSource = "said"
    reason: str = ""
    corrects: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SetBound:
    """The applicant hedged a number: 快30年, 不到三年, 三十多年."""

    fact: str
    bound: Bound
    quote: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Deny:
    """The applicant does not have this value (不是乡镇的), and did not say which he has; an earlier such value goes."""

    fact: str
    value: FactValue | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The applicant does not know this fact; None stands for the fact just asked for."""

    fact: str | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. `personal` where it asks about the applicant's own case (我能聘上不) rather than about the policy.

    `text` is the part of the utterance that asks. `entitlements` and `clauses` are what its words name outright
    (四免, 第12条), best first; both are empty where retrieval has to find it. `time` asks when (什么时候能符合).
    `form` is `words` where nothing is asked and a matter may be named (职数), `statement` where something is said that
    was not understood, `supposition` where nothing else is understood of what is supposed (要是换了院长呢).
    """

    text: str
    personal: bool = False
    entitlements: tuple[str, ...] = ()
    clauses: tuple[int, ...] = ()
    time: bool = False
    form: AskForm = "question"


@dataclass(frozen=True, slots=True)
class ListEntitlements:
    """A wish for an overview: what can I have? (我能享受哪些政策)."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why is that asked, or why is the answer so? `fact` where one was named.

    `about` says what is wanted: the reasons, the words they rest on (依据呢), or another look, in doubt (不对吧).
    """

    fact: str | None = None
    about: WhyAbout = "reasons"


DocumentSide = Literal["validity", "trial", "issued", "issuer", "number", "title", "size", "newest"]
"""What can be asked of a document as such."""


@dataclass(frozen=True, slots=True)
class AboutDocument:
    """A question about the document itself: whether it is in force or on trial, when and by whom it was issued."""

    side: DocumentSide


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Suppose these facts. `facts` replace, `increments` add to numbers (再干两年)."""

    facts: Mapping[str, FactValue] = field(default_factory=dict)
    increments: Mapping[str, float] = field(default_factory=dict)
    quote: str = ""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The talk turns to somebody else (我同事…, 换个人问): the person's name for the applicant, as said."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last turn back."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Begin again, with nothing known."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """A person, please; `reason` is a key of the wording: asked for, or wanted for a complaint (我要投诉)."""

    reason: str = "asked"


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave the question that is open: 算了, 换个问题. `kind` is a key of the wording data, as of small talk."""

    kind: str = "dropped"


@dataclass(frozen=True, slots=True)
class Browse:
    """A matter is named of which the policy has several entitlements (评职称的事): which of them is to be chosen."""

    entitlements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say that again."""


@dataclass(frozen=True, slots=True)
class Smalltalk:
    """Greeting, thanks, goodbye, who are you: `kind` is a key of the wording data."""

    kind: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that carry content and fit nothing: said so, with at most three options."""

    text: str
    options: tuple[str, ...] = ()


Command = (
    SetFact
    | SetBound
    | Deny
    | DontKnow
    | Ask
    | ListEntitlements
    | Why
    | WhatIf
    | NewPerson
    | Undo
    | Restart
    | Handoff
    | Drop
    | Browse
    | AboutDocument
    | Repeat
    | Smalltalk
    | NotUnderstood
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one utterance says, in the order in which it says it.

    `facts` holds at most one value a fact, the last one meant; `bounds` likewise, never for a fact in `facts`.
    """

    text: str
    commands: tuple[Command, ...] = ()

    @property
    def facts(self) -> dict[str, FactValue]:
        """Fact id to value, of all SetFact commands; the last one stands."""
        return {c.fact: c.value for c in self.commands if isinstance(c, SetFact)}

    @property
    def bounds(self) -> dict[str, Bound]:
        """Fact id to bound, of all SetBound commands whose fact is not set outright."""
        facts = self.facts
        return {c.fact: c.bound for c in self.commands if isinstance(c, SetBound) and c.fact not in facts}
