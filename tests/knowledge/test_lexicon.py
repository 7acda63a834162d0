"""rules/terms as a whole: it compiles, it names its mistakes, and its words hang together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.errors import RuleError
from assistant.knowledge.lexicon import load_lexicon
from assistant.knowledge.vocabulary import load_facts
from assistant.understanding.lexicon import Lexicon

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    return tmp_path


def _change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "rules" / "terms" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_title_has_a_level_and_series_of_the_vocabulary(lexicon: Lexicon) -> None:
    words = lexicon.titles
    for name in words.titles:
        title = words.titles[name]
        assert not title.level or title.level in lexicon.facts[words.level_fact].values, name
        assert set(title.series) <= set(lexicon.facts[words.series_fact].values), name


def test_every_series_of_the_vocabulary_has_names(lexicon: Lexicon) -> None:
    assert set(lexicon.titles.series_names) == set(lexicon.facts[lexicon.titles.series_fact].values)


def test_every_institution_has_a_level_and_kind_of_the_vocabulary(lexicon: Lexicon) -> None:
    words = lexicon.units
    for name in words.institutions:
        institution = words.institutions[name]
        assert not institution.level or institution.level in lexicon.facts[words.level_fact].values, name
        assert not institution.kind or institution.kind in lexicon.facts[words.kind_fact].values, name


@pytest.mark.parametrize(
    ("name", "level"),
    [("小高", "中级"), ("中学高级教师", "副高级"), ("特级教师", ""), ("高级技师", ""), ("科主任", "")],
)
def test_names_that_mislead_are_known_for_what_they_are(lexicon: Lexicon, name: str, level: str) -> None:
    assert lexicon.titles.titles[name].level == level


def test_a_homophone_keeps_the_length_of_the_word(lexicon: Lexicon) -> None:
    assert all(len(wrong) == len(right) for wrong, right in lexicon.homophones.items())


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "rules" / "terms" / "cues.yaml").unlink()
    with pytest.raises(RuleError, match=r"cues\.yaml"):
        load_lexicon(copy, load_facts(copy))


def test_a_fact_that_does_not_exist_is_named(copy: Path) -> None:
    _change(copy, "expressions.yaml", "  annual_excellent:\n", "  annual_excelent:\n")
    with pytest.raises(RuleError, match="annual_excelent"):
        load_lexicon(copy, load_facts(copy))


def test_a_value_that_does_not_exist_is_named(copy: Path) -> None:
    _change(copy, "expressions.yaml", "      未参加: [", "      没参与: [")
    with pytest.raises(RuleError, match="没参与"):
        load_lexicon(copy, load_facts(copy))


def test_a_class_of_words_that_two_files_name_alike_is_named(copy: Path) -> None:
    _change(copy, "expressions.yaml", "  free_time: [", "  stay: [")
    with pytest.raises(RuleError, match="stay"):
        load_lexicon(copy, load_facts(copy))


def test_a_pattern_that_cannot_be_read_is_named(copy: Path) -> None:
    _change(copy, "cues.yaml", "correction:\n", "correction:\n  - (没写完\n")
    with pytest.raises(RuleError, match="没写完"):
        load_lexicon(copy, load_facts(copy))
