"""What a conversation has come to: a fold over its events, and nothing else.

`apply` is the only way a state changes. Undo puts back the state that stood before the turn taken back; a correction is
an ordinary command, so it leaves exactly what saying it right at first would have left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from assistant.dialogue.applicant import Applicant, follow
from assistant.domain.encoding import decode_command
from assistant.domain.event import Event
from assistant.domain.utterance import Ask, Command, DontKnow, Drop, NewPerson, Restart, SetFact, Undo

SELF: Final = ""
"""The key of the speaker's own case among `State.applicants`."""
HISTORY: Final = 20
"""How many turns can be taken back."""


def names_something(ask: Ask) -> bool:
    """Whether the question says what it is about."""
    return bool(ask.text or ask.entitlements or ask.clauses)


@dataclass(frozen=True, slots=True)
class State:
    """A conversation as it stands.

    `who` names the applicant under discussion, a key of `applicants`. `topic` holds the entitlements in play, `asked`
    the fact of the last question still open, `answered` that of the last one answered, `volunteered`
    the only one told in the last turn with nothing asked; `wondering` says that the person asked after himself without
    saying what about. Turns in a row are counted: `unknowns` that only said what is not
    known, `surveyed` that ended an overview with a question, `puzzled` of which nothing could be used. `told` holds the
    notices already read out, `quoted` the entitlements whose clause was, `ruled` the decisions (as JSON) that the
    person under discussion was given. `act` is that of the last turn, `last` the last answer that said something,
    `history` the states before the latest turns, newest last.
    """

    conversation: str = ""
    as_of: date = date.min
    channel: str = ""
    turn: int = 0
    who: str = SELF
    applicants: Mapping[str, Applicant] = field(default_factory=dict)
    topic: tuple[str, ...] = ()
    asked: str | None = None
    answered: str | None = None
    volunteered: str | None = None
    wondering: bool = False
    unknowns: int = 0
    surveyed: int = 0
    puzzled: int = 0
    told: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    ruled: Mapping[str, Any] = field(default_factory=dict)
    act: str = ""
    last: Mapping[str, Any] | None = None
    history: tuple[State, ...] = ()

    @classmethod
    def initial(cls) -> State:
        """The state before any event."""
        return cls()

    @property
    def applicant(self) -> Applicant:
        """What is known of the person under discussion."""
        return self.applicants.get(self.who, Applicant())

    @property
    def substance(self) -> tuple[object, ...]:
        """All that a turn can change for good: of whom, about what, and what is known."""
        cases = {
            who: applicant.case for who, applicant in self.applicants.items() if applicant.case != Applicant().case
        }
        return (self.who, self.topic, cases)

    def with_applicant(self, applicant: Applicant) -> State:
        """The same state, with that known of the person under discussion."""
        return replace(self, applicants={**self.applicants, self.who: applicant})


def fold(events: Iterable[Event], state: State | None = None) -> State:
    """The state after all `events`."""
    state = State.initial() if state is None else state
    for event in events:
        state = apply(state, event)
    return state


def apply(state: State, event: Event) -> State:
    """The state after one more event; events that say nothing about the state leave it as it is."""
    handler = _HANDLERS.get(event.type)
    return state if handler is None else handler(state, event)


def _start(state: State, event: Event) -> State:
    data = event.data
    return replace(
        state,
        conversation=data.get("conversation", ""),
        as_of=date.fromisoformat(data["as_of"]),
        channel=data.get("channel") or "",
    )


def _open_turn(state: State, event: Event) -> State:
    before = replace(state, history=())
    return replace(state, turn=event.turn, history=(*state.history, before)[-HISTORY:])


def _read(state: State, event: Event) -> State:
    commands = [decode_command(data) for data in event.data["commands"]]
    asked, history = state.asked, state.history
    undoes = any(isinstance(command, Undo) for command in commands)
    back = taken_back(state, event.turn) if undoes else state
    for command in commands:
        state = _obey(state, command, event.turn)
    if undoes and state.substance != back.substance:
        state = replace(state, history=history)  # what was said in place of the words taken back can be taken back too
    vague = any(isinstance(c, Ask) and c.personal and not names_something(c) for c in commands)
    unknown = bool(commands) and all(isinstance(command, DontKnow) for command in commands)
    if asked is not None and asked in state.applicant.facts:
        state = replace(state, answered=asked)
    state = replace(state, volunteered=_only_one_told(commands) if asked is None else None)
    return replace(state, wondering=vague and not state.topic, unknowns=state.unknowns + 1 if unknown else 0)


def _only_one_told(commands: Sequence[Command]) -> str | None:
    """The fact that was told without being asked for, where it is the only one."""
    told = {command.fact for command in commands if isinstance(command, SetFact) and command.source == "said"}
    return next(iter(told)) if len(told) == 1 else None


def _obey(state: State, command: Command, turn: int) -> State:
    if isinstance(command, Restart):
        return replace(
            State.initial(), conversation=state.conversation, as_of=state.as_of, channel=state.channel, turn=turn
        )
    if isinstance(command, Undo):
        return taken_back(state, turn)
    if isinstance(command, NewPerson):
        return _turn_to(state, command.who)
    if isinstance(command, Drop):
        return replace(state, asked=None, wondering=False)
    if isinstance(command, DontKnow) and command.fact is None:
        command = DontKnow(state.asked, command.quote)
    return state.with_applicant(follow(state.applicant, command, turn))


def taken_back(state: State, turn: int) -> State:
    """Back to before the last turn that changed something; thanks and digressions are passed over.

    An utterance that was not understood changed nothing, so that taking it back changes nothing either.
    """
    if state.act == "clarify":
        return state
    earlier = list(state.history)
    while earlier:
        before = earlier.pop()
        if before.substance != state.substance:
            return replace(before, turn=turn, history=tuple(earlier))
    return state


def _turn_to(state: State, who: str) -> State:
    """Talk of `who`, whose case is taken up where it was left; of one who is new, the same is asked."""
    if who == state.who:
        return state
    left = state.with_applicant(replace(state.applicant, topic=state.topic))
    topic = state.applicants.get(who, Applicant()).topic or state.topic
    return replace(left, who=who, topic=topic, asked=None, answered=None, volunteered=None, ruled={})


def _choose(state: State, event: Event) -> State:
    return replace(state, topic=tuple(event.data["entitlements"]))


def _ask(state: State, event: Event) -> State:
    return state.with_applicant(state.applicant.was_asked(event.data["fact"]))


def _tell(state: State, event: Event) -> State:
    kind, entitlement = event.data["kind"], event.data.get("entitlement")
    if kind == "notice":
        return replace(state, told=state.told | {event.data["text"]})
    if kind == "clause" and entitlement:
        return replace(state, quoted=state.quoted | {entitlement})
    return state


def _close(state: State, event: Event) -> State:
    answer = event.data
    question = answer.get("question")
    asked = question["fact"] if question else (state.asked if answer["act"] in ("smalltalk", "handoff") else None)
    puzzled = state.puzzled + 1 if answer["act"] == "clarify" else state.puzzled
    if answer["act"] not in ("clarify", "smalltalk"):
        puzzled = 0
    surveyed = state.surveyed + 1 if question and answer["act"] == "list" else 0
    last = state.last if answer["act"] == "smalltalk" else answer
    kept = answer["act"] != "list" and not answer["hypothetical"]
    given = {decision["entitlement"]: decision for decision in answer["decisions"] if kept}
    return replace(
        state,
        act=answer["act"],
        asked=asked,
        surveyed=surveyed,
        puzzled=puzzled,
        last=last,
        ruled={**state.ruled, **given},
    )


def _fail(state: State, event: Event) -> State:
    """A turn that broke off was said, and left nothing behind."""
    before = state.history[-1] if state.history else state
    return replace(before, turn=event.turn, history=state.history)


_HANDLERS: Final = {
    "conversation.started": _start,
    "turn.started": _open_turn,
    "utterance.read": _read,
    "topic.chosen": _choose,
    "question.asked": _ask,
    "answer.block": _tell,
    "turn.finished": _close,
    "error": _fail,
}
