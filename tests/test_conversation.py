"""Turns from end to end over the real knowledge, with a reader that understands what it is told to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answering.compose import Composer
from assistant.answering.library import Library
from assistant.conversation import Assistant
from assistant.dialogue.state import fold
from assistant.domain.answer import Versions
from assistant.domain.event import PUBLIC, Event
from assistant.domain.fact import Bound
from assistant.domain.utterance import (
    Ask,
    Command,
    DontKnow,
    Handoff,
    ListEntitlements,
    NewPerson,
    NotUnderstood,
    Reading,
    Repeat,
    Restart,
    SetBound,
    SetFact,
    Smalltalk,
    Undo,
    WhatIf,
    Why,
)
from assistant.errors import FactError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.phrases import load_phrases
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.knowledge.wording import load_wording
from assistant.reasoning.reasoner import Reasoner
from assistant.retrieval.search import Search
from assistant.retrieval.terms import policy_words
from assistant.text.segmentation import Segmenter
from assistant.understanding.reading import Context

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 24)
LONG = "long_service_appointment"
ASK_LONG = Ask("12条能聘不", personal=True, entitlements=(LONG,))
STATION = (
    SetFact("unit_level", "乡镇", "镇农技站"),
    SetFact("unit_kind", "事业单位", "镇农技站"),
    SetFact("professional_post", True, "专技岗"),
    SetFact("series", "农业", "农艺师"),
    SetFact("title_level", "副高级", "高级农艺师"),
)
YEARS = (SetFact("township_years", 16, "16年"), SetFact("township_continuous_years", 16, "16年"))


class ScriptedReader:
    """Understands the commands it was given, whatever the text."""

    def __init__(self) -> None:
        self.commands: Sequence[Command] = ()

    def read(self, text: str, context: Context) -> Reading:
        return Reading(text, tuple(self.commands))


class Talk:
    """A conversation as a log, one list of commands a turn."""

    def __init__(self, assistant: Assistant, reader: ScriptedReader) -> None:
        self.assistant = assistant
        self.reader = reader
        self.log: list[Event] = list(assistant.greet("c", DAY))

    def say(self, *commands: Command, text: str = "") -> dict[str, Any]:
        self.reader.commands = commands
        asked = [command.text for command in commands if isinstance(command, Ask)]
        self.log += list(self.assistant.turn(self.log, text or "，".join(asked) or "话"))
        return dict(self.log[-1].data)

    def turn(self) -> list[Event]:
        """The events of the last turn."""
        return [event for event in self.log if event.turn == self.log[-1].turn]


@pytest.fixture(scope="session")
def reader() -> ScriptedReader:
    return ScriptedReader()


@pytest.fixture(scope="session")
def assistant(reader: ScriptedReader) -> Assistant:
    documents, facts = load_documents(ROOT), load_facts(ROOT)
    rulebook, phrases = load_rulebook(ROOT, documents, facts), load_phrases(ROOT)
    library = Library(documents, rulebook, facts, load_wording(ROOT))
    search = Search(documents, phrases, Segmenter(policy_words(documents, phrases)))
    return Assistant(reader, Reasoner(rulebook, facts), search, Composer(library, Versions("c", "r", "e")))


@pytest.fixture
def talk(assistant: Assistant, reader: ScriptedReader) -> Talk:
    return Talk(assistant, reader)


def outcomes(answer: dict[str, Any]) -> dict[str, str]:
    return {decision["entitlement"]: decision["outcome"] for decision in answer["decisions"]}


def values(answer: dict[str, Any]) -> dict[str, Any]:
    return {fact: view["value"] for fact, view in answer["facts"].items() if view["source"] != "derived"}


def asks(answer: dict[str, Any]) -> str | None:
    return answer["question"]["fact"] if answer["question"] else None


def cites(answer: dict[str, Any]) -> list[int]:
    return [citation["clause"]["number"] for citation in answer["citations"]]


def test_the_greeting_is_turn_zero_and_decides_nothing(talk: Talk) -> None:
    assert talk.log[0].type == "conversation.started"
    assert talk.log[-1].type == "turn.finished"
    assert (talk.log[-1].data["turn"], talk.log[-1].data["decisions"]) == (0, [])


def test_events_are_numbered_without_gaps_and_start_with_the_turn(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)

    assert [event.number for event in talk.log] == list(range(1, len(talk.log) + 1))
    assert talk.turn()[0].type == "turn.started"
    assert talk.turn()[-1].type == "turn.finished"


def test_the_same_log_and_text_give_the_same_events(talk: Talk, assistant: Assistant) -> None:
    before = list(talk.log)
    talk.say(ASK_LONG, *STATION, *YEARS)

    assert before + list(assistant.turn(before, ASK_LONG.text)) == talk.log


def test_folding_the_public_events_gives_exactly_the_answer(talk: Talk) -> None:
    for commands in (
        [ASK_LONG, *STATION],
        [Why()],
        [*YEARS],
        [SetFact("age", 53)],
        [SetFact("age", 55, corrects=True)],
    ):
        answer = talk.say(*commands)
        public = [event for event in talk.turn() if event.type in PUBLIC]

        def of(kind: str, events: list[Event] = public) -> list[Any]:
            return [dict(event.data) for event in events if event.type == kind]

        assert of("decision.made") == answer["decisions"]
        assert of("citation.added") == answer["citations"]
        assert [{k: v for k, v in block.items() if k != "index"} for block in of("answer.block")] == answer["blocks"]
        assert [block["index"] for block in of("answer.block")] == list(range(len(answer["blocks"])))
        assert of("question.asked") == ([answer["question"]] if answer["question"] else [])
        for update in of("facts.updated"):
            assert {key: answer[key] for key in ("changes", "facts", "bounds")} == update


def test_quotes_stand_word_for_word_at_their_offsets(talk: Talk, assistant: Assistant) -> None:
    answer = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    library = assistant._composer.library

    assert answer["citations"]
    for citation in answer["citations"]:
        text = library.clause(library.numbered(citation["clause"]["number"])[0]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_marks_in_the_text_are_those_of_the_citations(talk: Talk) -> None:
    text = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))["text"]

    assert "[1]" in text


def test_a_decision_is_reached_by_questions_and_then_no_more_is_asked(talk: Talk) -> None:
    assert asks(talk.say(ASK_LONG)) is not None
    assert asks(talk.say(*STATION)) == "township_continuous_years"
    assert asks(talk.say(*YEARS)) == "age"
    done = talk.say(SetFact("age", 55))

    assert (outcomes(done), asks(done), cites(done)) == ({LONG: "met"}, None, [12])


def test_a_digression_is_answered_and_the_same_question_asked_again(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Ask("四免是免哪四样"))

    assert (answer["act"], cites(answer), asks(answer)) == ("information", [8], "township_continuous_years")
    assert outcomes(talk.say(*YEARS, SetFact("age", 55))) == {LONG: "met"}


def test_what_the_corpus_does_not_answer_is_refused_and_the_question_resumed(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Ask("住院医保能报多少"))

    assert (answer["act"], cites(answer), outcomes(answer)) == ("out_of_scope", [], {})
    assert asks(answer) == "township_continuous_years"
    assert answer["handoff"]["phone"] in answer["text"]


def test_why_prints_the_branch_that_waits_and_asks_again(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Why())

    assert (answer["act"], asks(answer), outcomes(answer)) == ("why", "township_continuous_years", {})
    assert "连续工作满15年" in answer["text"]


def test_small_talk_repeats_nothing_and_leaves_the_question_open(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 16))
    answer = talk.say(Smalltalk("thanks"))

    assert (answer["act"], cites(answer), outcomes(answer), asks(answer)) == ("smalltalk", [], {}, None)
    assert outcomes(talk.say(DontKnow())) == {LONG: "needs_facts"}
    assert fold(talk.log).applicant.unavailable == {"age"}


def test_what_nobody_can_tell_is_said_either_way(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    answer = talk.say(DontKnow())

    assert (outcomes(answer), asks(answer)) == ({LONG: "needs_facts"}, None)
    assert [block["text"] for block in answer["blocks"] if block["kind"] == "either_way"] == [
        "如果年龄不到55周岁，就不符合。",
        "如果年龄满55周岁，就符合。",
    ]
    assert outcomes(talk.say(SetFact("age", 55))) == {LONG: "met"}


def test_a_what_if_shows_its_outcome_and_keeps_nothing(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 14), SetFact("age", 58))
    supposed = talk.say(WhatIf({}, {"township_continuous_years": 2, "age": 2}))
    real = talk.say(Ask("", personal=True))

    assert (supposed["act"], supposed["hypothetical"], outcomes(supposed)) == ("what_if", True, {LONG: "met"})
    assert values(supposed)["township_continuous_years"] == 14
    assert (real["hypothetical"], outcomes(real)) == (False, {LONG: "not_met"})


def test_a_supposition_stays_with_the_topic_that_alone_cares_for_it(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 14), SetFact("age", 58))
    extension = Ask("延聘", personal=True, entitlements=("deferred_retirement",))
    years = talk.say(WhatIf({}, {"township_continuous_years": 2}), extension)
    title = talk.say(WhatIf({"title_level": "正高级"}), extension)

    assert list(outcomes(years)) == [LONG]
    assert list(outcomes(title)) == ["deferred_retirement"]


def test_decisions_are_named_by_all_that_they_rest_on(talk: Talk) -> None:
    first = talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 14), SetFact("age", 58))
    again = talk.say(Ask("", personal=True))
    supposed = talk.say(WhatIf({"age": 59}))
    later = talk.say(SetFact("age", 59, corrects=True))

    assert first["decision_id"] == again["decision_id"]
    assert len({first["decision_id"], supposed["decision_id"], later["decision_id"]}) == 3


def test_a_supposition_that_cannot_be_is_not_decided(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    answer = talk.say(WhatIf({"township_continuous_years": 40, "township_years": 30}))

    assert (answer["hypothetical"], outcomes(answer)) == (True, {})


def test_a_correction_says_what_it_overturned(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    answer = talk.say(SetFact("age", 55, corrects=True))

    assert answer["changes"] == [{"fact": "age", "op": "corrected", "value": 55, "previous": 54}]
    assert outcomes(answer) == {LONG: "met"}
    assert len([block for block in answer["blocks"] if block["kind"] == "changed"]) == 2


def test_undo_takes_the_last_facts_back(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    talk.say(SetFact("age", 55, corrects=True))
    answer = talk.say(Undo())

    assert (values(answer)["age"], outcomes(answer)) == (54, {LONG: "not_met"})


def test_two_questions_are_both_answered(talk: Talk) -> None:
    answer = talk.say(Ask("四免是免哪四样"), Ask("岗位延聘占不占岗位数额"))

    assert cites(answer) == [8, 14]


def test_of_a_clause_left_open_what_is_ruled_out_is_not_told_while_others_are_open(talk: Talk) -> None:
    answer = talk.say(Ask("第9条我能用不", personal=True, clauses=(9,)), *STATION)

    assert set(outcomes(answer).values()) == {"needs_facts"}
    assert "executive_exceptional_review" not in outcomes(answer)


def test_facts_follow_an_information_question_into_a_decision(talk: Talk) -> None:
    assert talk.say(Ask("延聘占不占岗位数额"))["act"] == "information"
    answer = talk.say(*STATION, SetFact("extension_needed", True), SetFact("extension_confirmed", True))

    assert outcomes(answer) == {"deferred_retirement": "met"}


def test_with_nothing_known_an_overview_settles_nothing(talk: Talk) -> None:
    answer = talk.say(ListEntitlements())

    assert (answer["act"], outcomes(answer)) == ("list", {})
    assert asks(answer) is not None


def test_an_overview_carries_only_what_is_settled(talk: Talk) -> None:
    talk.say(*STATION)
    answer = talk.say(ListEntitlements())

    assert outcomes(answer)["grassroots_talent"] == "met"
    assert "needs_facts" not in outcomes(answer).values()


def test_facts_nobody_asked_about_decide_nothing(talk: Talk) -> None:
    answer = talk.say(*STATION)

    assert (answer["act"], outcomes(answer)) == ("list", {})


def test_restart_forgets_everything(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Restart())

    assert (answer["act"], answer["facts"], outcomes(answer), asks(answer)) == ("restart", {}, {}, None)


def test_another_persons_case_is_kept_apart(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    other = talk.say(NewPerson("同事"), SetFact("age", 40))
    back = talk.say(NewPerson("我"))

    assert values(other) == {"age": 40}
    assert (values(back)["age"], outcomes(back)) == (55, {LONG: "met"})


def test_a_person_gets_a_packet_of_facts_and_the_state_of_the_matter(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Handoff())
    packet = [block["text"] for block in answer["blocks"] if block["kind"] == "packet"]

    assert (answer["act"], cites(answer), outcomes(answer)) == ("handoff", [], {})
    assert answer["handoff"]["phone"] == "12333"
    assert any("副高级" in line for line in packet)
    assert any("连续工作年限" in line for line in packet)


def test_after_two_failures_a_person_is_offered(talk: Talk) -> None:
    first, second = talk.say(NotUnderstood("嘎")), talk.say(NotUnderstood("嘎"))

    assert (first["act"], first["handoff"]) == ("clarify", None)
    assert (second["act"], second["handoff"]["phone"]) == ("clarify", "12333")


def test_a_question_that_is_not_answered_twice_is_skipped(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    assert asks(talk.say(NotUnderstood("嘎"))) == "age"
    skipped = talk.say(NotUnderstood("嘎"))

    assert (outcomes(skipped), asks(skipped)) == ({LONG: "needs_facts"}, None)
    assert skipped["handoff"] is not None


def test_no_fact_is_asked_for_more_than_three_times_when_the_answers_do_not_help(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("age", 56))
    hedge = SetBound("township_continuous_years", Bound(at_least=10), "十几年")
    asked = [asks(talk.say(hedge)) for _ in range(9)]

    assert asked[0] == "township_continuous_years"
    assert asked[-1] is None
    assert max(Counter(fact for fact in asked if fact).values()) <= 3


def test_a_hedge_that_settles_the_matter_settles_it(talk: Talk) -> None:
    answer = talk.say(ASK_LONG, *STATION, SetBound("township_continuous_years", Bound(at_least=30), "三十多年"))

    assert outcomes(answer) == {LONG: "met"}
    assert answer["bounds"]["township_continuous_years"]["at_least"] == 30
    assert "township_continuous_years" not in answer["facts"]


def test_the_last_answer_is_said_again_with_its_citations(talk: Talk) -> None:
    answer = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    again = talk.say(Repeat())

    assert (again["act"], again["decisions"], again["citations"]) == (
        answer["act"],
        answer["decisions"],
        answer["citations"],
    )


def test_notices_are_carried_each_time_and_read_out_once(talk: Talk) -> None:
    first, second = talk.say(ASK_LONG, *STATION), talk.say(*YEARS, SetFact("age", 55))

    assert first["notices"] == second["notices"] != []
    assert first["notices"][0] in first["text"]
    assert first["notices"][0] not in second["text"]


def test_a_form_sets_and_retracts(talk: Talk, assistant: Assistant) -> None:
    talk.say(ASK_LONG, *STATION)
    talk.log += list(assistant.set_facts(talk.log, {"age": 55, "series": None}))
    answer = talk.log[-1].data

    assert answer["facts"]["age"]["source"] == "form"
    assert "series" not in answer["facts"]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"no_such": 1}, "no_such"),
        ({"age": 300}, "age"),
        ({"township_years": 5, "township_continuous_years": 9}, "township_continuous_years"),
    ],
)
def test_a_form_with_a_bad_fact_names_it_and_changes_nothing(
    talk: Talk, assistant: Assistant, facts: dict[str, Any], named: str
) -> None:
    with pytest.raises(FactError) as error:
        next(assistant.set_facts(talk.log, facts))

    assert error.value.fact == named


def test_personal_data_is_covered_before_anything_is_kept(talk: Talk) -> None:
    talk.say(ASK_LONG, text="我的身份证号是220102197003072319，能聘不")

    assert "220102197003072319" not in str([event.data for event in talk.log])


PIECES = [ASK_LONG, *STATION, *YEARS, SetFact("age", 55)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(PIECES), st.lists(st.integers(0, len(PIECES)), max_size=3))
def test_order_and_number_of_utterances_do_not_matter(
    assistant: Assistant, reader: ScriptedReader, pieces: list[Command], cuts: list[int]
) -> None:
    talk = Talk(assistant, reader)
    borders = sorted({0, *cuts, len(pieces)})
    for start, end in pairwise(borders):
        answer = talk.say(*pieces[start:end])

    assert values(answer) == {piece.fact: piece.value for piece in PIECES if isinstance(piece, SetFact)}
    assert outcomes(talk.say(Ask("", personal=True))) == {LONG: "met"}
