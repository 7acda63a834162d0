"""Overviews and suppositions, which keep nothing."""

from assistant.domain.utterance import (
    Ask,
    ListEntitlements,
    SetFact,
    WhatIf,
)
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, outcomes, values


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


def test_a_supposition_that_cannot_be_is_not_decided(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    answer = talk.say(WhatIf({"township_continuous_years": 40, "township_years": 30}))

    assert (answer["hypothetical"], outcomes(answer)) == (True, {})


def test_with_nothing_known_an_overview_settles_nothing(talk: Talk) -> None:
    answer = talk.say(ListEntitlements())

    assert (answer["act"], outcomes(answer)) == ("list", {})
    assert asks(answer) is not None


def test_an_overview_carries_only_what_is_settled(talk: Talk) -> None:
    talk.say(*STATION)
    answer = talk.say(ListEntitlements())

    assert outcomes(answer)["grassroots_talent"] == "met"
    assert "needs_facts" not in outcomes(answer).values()
