from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.document import Clause, ClauseId
from assistant.domain.fact import Fact
from assistant.domain.rule import AllOf, Always, AnyOf, Comparison, Fork, Negation, ReadingPoint, leaves
from assistant.errors import RuleError
from assistant.knowledge.grammar.amounts import disagreement
from assistant.knowledge.grammar.conditions import condition, conditions, reading_points_of
from assistant.knowledge.grammar.names import Names, Scope
from assistant.knowledge.grammar.sentence import RELATIONS
from assistant.knowledge.rulefiles.source import parse

TEXT = "在山村工作满3（5）年的，或者不满二十年且中级以上的，经考核合格。"
CLAUSE = Clause(ClauseId("d", 1), "第1条", "", TEXT)
FACTS = {
    fact.id: fact
    for fact in (
        Fact("place", "地点", "enum", ("山村", "县城", "省城")),
        Fact("rank", "级别", "enum", ("初级", "中级", "高级"), ordered=True),
        Fact("years", "在山村的全部年数", "number", unit="年", minimum=0, maximum=60, short_label="年数"),
        Fact("passed", "考核合格", "boolean", determined_by="单位"),
        Fact("posted", "在岗", "boolean"),
    )
}
POINT = ReadingPoint("p", "两可之处", ("宽", "严"))
NAMES = Names.of(FACTS, {"p": POINT})
SCOPE = Scope(NAMES, CLAUSE)


def compiled(text: str, scope: Scope = SCOPE):  # type: ignore[no-untyped-def]
    return condition(parse(text, "rules/d.md"), scope)


def refusal(text: str) -> RuleError | None:
    try:
        compiled(text)
    except RuleError as error:
        return error
    return None


def test_a_sentence_becomes_a_comparison_with_its_words_and_clause() -> None:
    assert compiled("地点 属于 山村、县城 「在山村」") == Comparison(
        "place", "in", ("山村", "县城"), "地点 属于 山村、县城", "在山村", CLAUSE.id
    )


def test_a_fact_goes_by_its_label_and_by_its_short_label() -> None:
    short, long = compiled("年数 不少于 3 年 「满3（5）年」"), compiled("在山村的全部年数 不少于 3 年 「满3（5）年」")
    assert (short.fact, short.values) == (long.fact, long.values) == ("years", (3.0,))


def test_a_finding_names_its_authority_and_leaves_it_out_of_the_text() -> None:
    assert compiled("考核合格 （单位认定） 「经考核合格」").text == "考核合格"


@pytest.mark.parametrize(("word", "operator"), RELATIONS.items())
def test_every_relation_is_read(word: str, operator: str) -> None:
    value = "初级" if operator in ("in", "not_in") else "高级"
    assert compiled(f"级别 {word} {value} 「在山村」").operator == operator


def test_words_of_a_joint_pass_to_the_conditions_below_that_have_none() -> None:
    found = compiled("任一满足 「在山村」:\n  - 在岗\n  - 考核合格 （单位认定） 「经考核合格」")
    assert isinstance(found, AnyOf)
    assert [leaf.quote for leaf in leaves(found)] == ["在山村", "经考核合格"]


def test_a_case_table_is_an_alternative_for_each_line() -> None:
    found = compiled("按 级别 「工作满3（5）年」:\n  初级: 年数 不少于 5 年\n  中级、高级: 年数 不少于 3 年")
    assert isinstance(found, AnyOf)
    assert found.kind == "case"
    assert [[leaf.values for leaf in leaves(child)] for child in found.children] == [
        [("初级",), (5.0,)],
        [("中级", "高级"), (3.0,)],
    ]


def test_a_reading_keeps_its_options_in_the_published_order() -> None:
    found = compiled("按读法 p 「在山村」:\n  严: 在岗\n  宽: 不作要求")
    assert isinstance(found, Fork)
    assert list(found.options) == ["宽", "严"]
    assert found.options["宽"] == Always(True, "不作要求")
    assert reading_points_of(AllOf((found, Negation(found)))) == ("p",)


def test_several_conditions_under_one_option_must_all_hold() -> None:
    found = compiled("按读法 p 「在山村」:\n  严:\n    - 在岗\n    - 地点 属于 山村\n  宽: 在岗")
    assert isinstance(found, Fork)
    assert isinstance(found.options["严"], AllOf)


def test_a_definition_takes_the_words_of_the_place_where_it_is_used() -> None:
    inner = condition(
        parse("全部满足:\n  - 在岗 「经考核」\n  - 地点 属于 山村", "f"), Scope(NAMES, CLAUSE, words="optional")
    )
    found = compiled("山里人 「在山村工作」", Scope(NAMES.defining("山里人", inner), CLAUSE))
    assert isinstance(found, AllOf)
    assert (found.name, found.quote) == ("山里人", "在山村工作")
    assert [leaf.quote for leaf in leaves(found)] == ["经考核", "在山村工作"]


def test_a_premise_has_no_words_of_the_clause() -> None:
    scope = Scope(NAMES, words="none")
    (premise,) = conditions(parse("- 在岗", "rules/d.md"), scope)
    assert premise == Comparison("posted", "in", (True,), "在岗")


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("年数 多于 3 年 「满3（5）年」", "应写“年数 不少于 3 年”"),
        ("年数 多于 5 年 「满3（5）年」", "应写“年数 不少于 5 年”"),
        ("年数 不少于 20 年 「不满二十年」", "应写“年数 少于 20 年”"),
        ("级别 属于 高级 「中级以上」", "包括中级、高级"),
        ("级别 高于 中级 「中级以上」", "包括中级、高级"),
        ("年数 不少于 7 年 「满3（5）年」", "数字 7 在条文“满3（5）年”里找不到"),
        ("年数 不少于 3 年 「工作 满3」", "没有“工作 满3”这句话"),
    ],
)
def test_amounts_that_disagree_with_the_clause_are_refused(sentence: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        compiled(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "年数 不少于 3 年 「满3（5）年」",
        "年数 少于 20 年 「不满二十年」",
        "级别 不低于 中级 「中级以上」",
        "级别 不属于 初级 「中级以上」",
    ],
)
def test_amounts_that_agree_with_the_clause_are_taken(sentence: str) -> None:
    assert compiled(sentence).quote in TEXT


@pytest.mark.parametrize(
    ("words", "operator"),
    [
        ("满{}年", "at_least"),
        ("{}年以上", "at_least"),
        ("超过{}年", "more_than"),
        ("不超过{}年", "at_most"),
        ("{}年以下", "at_most"),
        ("{}年以内", "at_most"),
        ("不满{}年", "less_than"),
        ("不足{}年", "less_than"),
    ],
)
@given(number=st.integers(min_value=1, max_value=60))
def test_a_boundary_word_allows_exactly_one_relation(words: str, operator: str, number: int) -> None:
    quote = words.format(number)
    for candidate in ("at_least", "more_than", "at_most", "less_than"):
        leaf = Comparison("years", candidate, (float(number),), "", quote)  # type: ignore[arg-type]
        assert (disagreement(leaf, FACTS["years"]) == "") == (candidate == operator)


@given(
    st.text(
        alphabet="地点级别年数考核合格在岗属于不少多低高任一满足全部按读法：: -「」、0123（）山村初级 \n#>&*!|",
        max_size=40,
    )
)
def test_whatever_an_author_writes_is_compiled_or_refused_with_its_line(text: str) -> None:
    error = refusal(text)
    assert error is None or (error.where.startswith("rules/d.md:") and error.message)


def test_the_readme_documents_every_relation_and_joint() -> None:
    readme = (Path(__file__).parents[2] / "rules" / "README.md").read_text(encoding="utf-8")
    for word in (*RELATIONS, "任一满足", "全部满足", "不得", "按读法", "不作要求", "不除外"):
        assert word in readme
