from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import RuleError
from assistant.knowledge.vocabulary import load_facts, load_laws

ROOT = Path(__file__).parents[2]
FACTS = load_facts(ROOT)


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "facts.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.id)
def test_every_fact_can_be_asked_in_one_plain_sentence(fact) -> None:  # type: ignore[no-untyped-def]
    assert fact.question.endswith("？")
    assert fact.question.count("？") == 1


@pytest.mark.parametrize("fact", [f for f in FACTS.values() if f.type == "boolean"], ids=lambda fact: fact.id)
def test_every_yes_or_no_fact_has_words_for_both_answers(fact) -> None:  # type: ignore[no-untyped-def]
    assert set(fact.option_labels) == {"true", "false"}


def test_facts_keep_the_order_of_the_file() -> None:
    assert list(FACTS)[:3] == ["unit_level", "unit_kind", "professional_post"]


def test_only_age_and_years_of_service_grow_with_time_alone() -> None:
    growing = [fact.id for fact in FACTS.values() if fact.grows]
    assert growing == ["township_years", "township_continuous_years", "age"]


def test_a_fact_is_called_by_its_short_label_where_it_has_one() -> None:
    assert FACTS["township_years"].name == FACTS["township_years"].short_label != FACTS["township_years"].label
    assert FACTS["age"].name == FACTS["age"].label


def test_continuous_years_are_never_above_cumulative_ones() -> None:
    (law,) = load_laws(ROOT, FACTS)
    assert (law.smaller, law.larger) == ("township_continuous_years", "township_years")


def test_a_file_without_laws_has_none(tmp_path: Path) -> None:
    root = written(tmp_path, "facts:\n  - {id: a, label: 甲, type: boolean, question: 是吗？}\n")
    assert load_laws(root, load_facts(root)) == ()


def test_an_unknown_field_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    root = written(tmp_path, "facts:\n  - id: a\n    lable: 甲\n    type: boolean\n    question: 是吗？\n")
    with pytest.raises(RuleError, match=r"^rules/facts.yaml:3: 不认识“lable”这一项。是否指“label”？"):
        load_facts(root)


def test_a_list_where_a_sentence_belongs_is_refused(tmp_path: Path) -> None:
    root = written(tmp_path, "facts:\n  - {id: a, label: [甲], type: boolean, question: 是吗？}\n")
    with pytest.raises(RuleError, match="这里应是一句话"):
        load_facts(root)
