"""The state is a fold: corrections and undo are replay."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.dialogue.state import State, fold
from assistant.domain.encoding import encode
from assistant.domain.event import Event
from assistant.domain.fact import Bound
from assistant.domain.utterance import Command, Deny, DontKnow, NewPerson, Restart, SetBound, SetFact, Undo


def start() -> list[Event]:
    return [Event(1, 0, "conversation.started", {"conversation": "c", "as_of": "2026-11-24"})]


def after(turns: Sequence[Sequence[Command]]) -> State:
    """The state after turns of these commands, with the other events of a turn left out."""
    log = start()
    for turn, commands in enumerate(turns, 1):
        log.append(Event(len(log) + 1, turn, "turn.started", {"conversation": "c", "turn": turn}))
        log.append(Event(len(log) + 1, turn, "utterance.read", {"commands": encode(tuple(commands)), "asked": None}))
    return fold(log)


def values(state: State) -> dict[str, Any]:
    return dict(state.applicant.case.facts)


def test_what_was_said_is_known_with_the_words_and_the_turn() -> None:
    known = after([[], [SetFact("age", 55, "55了")]]).applicant.facts["age"]

    assert (known.value, known.quote, known.turn, known.source) == (55, "55了", 2, "said")


def test_what_was_said_stands_above_what_was_inferred_in_either_order() -> None:
    said, inferred = SetFact("series", "a"), SetFact("series", "b", source="derived", reason="r")

    assert values(after([[said], [inferred]])) == values(after([[inferred], [said]])) == {"series": "a"}


def test_an_inference_falls_with_the_words_it_came_from() -> None:
    first = [SetFact("place", "p", "站里"), SetFact("series", "s", "站里", source="derived")]

    assert values(after([first, [SetFact("place", "q", "县里")]])) == {"place": "q"}


def test_an_inference_from_other_words_stays() -> None:
    first = [SetFact("place", "p", "站里"), SetFact("series", "s", "农艺师", source="derived")]

    assert values(after([first, [SetFact("place", "q", "县里")]])) == {"place": "q", "series": "s"}


def test_denying_another_value_than_the_known_one_changes_nothing() -> None:
    assert values(after([[SetFact("place", "p")], [Deny("place", "q")]])) == {"place": "p"}


def test_denying_the_known_value_takes_it_away() -> None:
    assert values(after([[SetFact("place", "p")], [Deny("place", "p")]])) == {}


def test_a_hedge_that_admits_the_known_number_keeps_it() -> None:
    state = after([[SetFact("years", 31)], [SetBound("years", Bound(at_least=30))]])

    assert values(state) == {"years": 31}
    assert state.applicant.bounds == {}


def test_a_hedge_that_contradicts_the_known_number_replaces_it() -> None:
    state = after([[SetFact("years", 31)], [SetBound("years", Bound(below=30), "快30年")]])

    assert values(state) == {}
    assert state.applicant.bounds["years"] == Bound(below=30, quote="快30年", turn=2)


def test_a_number_settles_its_hedge() -> None:
    state = after([[SetBound("years", Bound(below=30))], [SetFact("years", 29)]])

    assert values(state) == {"years": 29}
    assert state.applicant.bounds == {}


def test_a_fact_not_known_is_available_again_once_it_is_remembered() -> None:
    assert after([[DontKnow("years")]]).applicant.unavailable == {"years"}
    assert after([[DontKnow("years")], [SetFact("years", 32)]]).applicant.unavailable == frozenset()


def test_another_person_starts_with_nothing_and_the_first_is_found_again() -> None:
    there = after([[SetFact("age", 50)], [NewPerson("同事"), SetFact("age", 40)]])
    back = after([[SetFact("age", 50)], [NewPerson("同事"), SetFact("age", 40)], [NewPerson("")]])

    assert values(there) == {"age": 40}
    assert values(back) == {"age": 50}


def test_undo_leaves_what_stood_before_the_last_turn_that_changed_something() -> None:
    assert values(after([[SetFact("age", 50)], [SetFact("age", 55)], [Undo()]])) == {"age": 50}
    assert values(after([[SetFact("age", 50)], [SetFact("age", 55)], [], [Undo()]])) == {"age": 50}


def test_undo_twice_goes_two_turns_back() -> None:
    assert values(after([[SetFact("age", 50)], [SetFact("age", 55)], [Undo()], [Undo()]])) == {}


def test_undo_of_nothing_changes_nothing() -> None:
    assert values(after([[Undo()]])) == {}


def test_taking_back_what_was_not_understood_changes_nothing() -> None:
    log = start()
    for turn, (commands, act) in enumerate(
        [((SetFact("age", 50),), "list"), ((), "clarify"), ((Undo(),), "smalltalk")], 1
    ):
        log.append(Event(len(log) + 1, turn, "turn.started", {}))
        log.append(Event(len(log) + 1, turn, "utterance.read", {"commands": encode(commands), "asked": None}))
        answer = {"act": act, "question": None, "hypothetical": False, "decisions": []}
        log.append(Event(len(log) + 1, turn, "turn.finished", answer))

    assert values(fold(log)) == {"age": 50}


def test_restart_forgets_all_but_the_day() -> None:
    state = after([[SetFact("age", 50), NewPerson("同事"), SetFact("age", 40)], [Restart()]])

    assert (dict(state.applicants), state.topic, state.turn) == ({}, (), 2)
    assert state.as_of.isoformat() == "2026-11-24"


def test_a_turn_that_broke_off_leaves_nothing_behind() -> None:
    log = start()
    read = {"commands": encode((SetFact("age", 50),)), "asked": None}
    log += [Event(2, 1, "turn.started", {}), Event(3, 1, "utterance.read", read), Event(4, 1, "error", {})]

    assert (values(fold(log)), fold(log).turn) == ({}, 1)


FACTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 9), max_size=6)


@settings(deadline=None)
@given(FACTS, st.randoms(use_true_random=False), st.data())
def test_the_same_facts_in_any_order_and_any_number_of_turns_leave_the_same(facts: Any, random: Any, data: Any) -> None:
    commands = [SetFact(fact, value) for fact, value in facts.items()]
    random.shuffle(commands)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(commands)), max_size=4)))
    turns = [commands[a:b] for a, b in zip([0, *cuts], [*cuts, len(commands)], strict=True)]

    assert values(after(turns)) == facts


@settings(deadline=None)
@given(FACTS.filter(bool), st.integers(10, 19), st.data())
def test_a_correction_leaves_what_saying_it_right_at_first_would_have_left(facts: Any, wrong: int, data: Any) -> None:
    mistaken = data.draw(st.sampled_from(sorted(facts)))
    at_first = [SetFact(fact, value) for fact, value in facts.items()]
    with_slip = [SetFact(fact, wrong if fact == mistaken else value) for fact, value in facts.items()]
    corrected = after([with_slip, [SetFact(mistaken, facts[mistaken], corrects=True)]])

    assert corrected.applicant.case == after([at_first]).applicant.case
