"""What-if lays facts over a case, and the case stays."""

from assistant.dialogue.overlay import overlay, supposed
from assistant.domain.fact import Bound, Case, Fact
from assistant.domain.rule import OrderLaw
from assistant.domain.utterance import WhatIf

FACTS = {"years": Fact("years", "年限", "number", minimum=0, maximum=60)}


def test_supposed_facts_replace_and_increments_add_to_what_is_known() -> None:
    case = Case({"years": 14, "place": "p"}, unavailable=frozenset({"title"}))
    laid = overlay(case, WhatIf({"title": "t"}, {"years": 2, "age": 2}), FACTS)

    assert laid.facts == {"years": 16, "place": "p", "title": "t"}
    assert laid.unavailable == frozenset()
    assert case.facts == {"years": 14, "place": "p"}


def test_a_hedge_moves_with_time() -> None:
    laid = overlay(Case(bounds={"years": Bound(below=30)}), WhatIf({}, {"years": 2}), FACTS)

    assert laid.bounds == {"years": Bound(below=32)}


def test_a_number_stays_within_its_range() -> None:
    assert overlay(Case({"years": 59}), WhatIf({}, {"years": 5}), FACTS).facts == {"years": 60}


def test_only_what_the_supposition_makes_different_is_said() -> None:
    assert supposed(Case({"years": 14, "place": "p"}), WhatIf({"place": "q"}, {"age": 2}), FACTS) == {"place": "q"}


def test_what_is_known_gives_way_to_what_is_supposed() -> None:
    laws = (OrderLaw("years", "total"),)

    assert overlay(Case({"years": 14, "total": 16}), WhatIf({"years": 40}), FACTS, laws).facts == {"years": 40}


def test_years_that_were_all_of_one_kind_grow_together() -> None:
    laws, case = (OrderLaw("years", "total"),), Case({"years": 13, "total": 13})

    assert overlay(case, WhatIf({"total": 15}), FACTS, laws).facts == {"years": 15, "total": 15}
    assert overlay(Case({"years": 12, "total": 13}), WhatIf({"total": 15}), FACTS, laws).facts["years"] == 12
