from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.document import Clause, ClauseId, Document
from assistant.domain.fact import Case
from assistant.domain.rule import Comparison
from assistant.errors import RuleError
from assistant.knowledge.rulefiles.markdown import sections
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.reasoning.reasoner import Reasoner

FACTS_YAML = """
facts:
  - {id: years, label: 工龄, type: number, unit: 年, min: 0, max: 60, question: 几年？, grows: true}
  - {id: place, label: 地点, type: enum, values: [山村, 县城], question: 哪里？}
"""

RULES = """# 另一份文件

## 共用的词

```yaml
文件: {id}
算例日期: 2026-11-24
效果用语: [待遇]
```

## 第1条 补贴

> 在山村工作满十年的，给予补贴。

随便写几句给人看的话。

```yaml
说明: 山村工作满十年有补贴。
引文: 给予补贴
```

```yaml
规则: {rule}
名称: 山村补贴
结论: 给予补贴
效果: 待遇
决定机关: 县里
须全部满足:
  - 地点 属于 山村 「在山村」
  - 工龄 不少于 10 年 「满十年」
```

| 算例 | 地点 | 工龄 | 日期 | 结论 |
| --- | --- | --- | --- | --- |
| 刚满十年 | 山村 | 10 | 2020-01-01 | 符合 |
| 都不在山村 | 县城 | 9、10、11 | | 不符合 |
| 还不知道 | 山村 | | | 待补充：工龄 |
"""


def document(name: str) -> Document:
    clause = Clause(ClauseId(name, 1), "第1条", "补贴", "在山村工作满十年的，给予补贴。")
    return Document(name, name, "", "", None, "in_force", (clause,))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "facts.yaml").write_text(FACTS_YAML, encoding="utf-8")
    return tmp_path


def write(root: Path, name: str, rule: str) -> Document:
    text = RULES.replace("{id}", name).replace("{rule}", rule)
    (root / "rules" / f"{name}.md").write_text(text, encoding="utf-8")
    return document(name)


def test_another_policy_needs_data_only(root: Path) -> None:
    facts = load_facts(root)
    book = load_rulebook(root, [write(root, "other", "allowance")], facts)
    reasoner = Reasoner(book, facts)
    decision = reasoner.decide("allowance", Case(facts={"place": "山村", "years": 10.0}), date(2026, 11, 24))
    assert decision.outcome == "met"


def test_rules_of_several_documents_make_one_book_in_the_order_of_the_documents(root: Path) -> None:
    documents = [write(root, "b", "second"), write(root, "a", "first")]
    book = load_rulebook(root, documents, load_facts(root))
    assert [(rule.id, rule.clause.document) for rule in book.entitlements.values()] == [("second", "b"), ("first", "a")]
    assert set(book.headings) == set(book.notes) == {ClauseId("a", 1), ClauseId("b", 1)}


def test_a_document_without_a_rule_file_decides_nothing(root: Path) -> None:
    book = load_rulebook(root, [document("bare")], load_facts(root))
    assert (dict(book.entitlements), book.examples, dict(book.derivations), dict(book.priors)) == ({}, (), {}, {})


def test_the_same_rule_in_two_documents_is_refused_naming_both_places(root: Path) -> None:
    documents = [write(root, "a", "same"), write(root, "b", "same")]
    with pytest.raises(RuleError, match=r"^rules/b.md:\d+: 规则“same”在 rules/a.md:\d+ 已经有了"):
        load_rulebook(root, documents, load_facts(root))


def test_conditions_carry_the_words_and_the_clause(root: Path) -> None:
    book = load_rulebook(root, [write(root, "d", "r")], load_facts(root))
    assert book.entitlements["r"].requirements == (
        Comparison("place", "in", ("山村",), "地点 属于 山村", "在山村", ClauseId("d", 1)),
        Comparison("years", "at_least", (10.0,), "工龄 不少于 10 年", "满十年", ClauseId("d", 1)),
    )


DATED = "决定机关: 县里\n施行: 2018-01-01 「2018年起」\n"


@pytest.mark.parametrize(
    ("own", "document_from", "until", "expected"),
    [
        ("", None, None, (date(2016, 6, 17), None)),
        ("", date(2016, 7, 1), date(2025, 1, 1), (date(2016, 7, 1), date(2025, 1, 1))),
        (DATED, date(2016, 7, 1), None, (date(2018, 1, 1), None)),
    ],
    ids=["issued", "document in force", "clause in force"],
)
def test_a_rule_is_in_force_with_its_document_or_from_its_own_later_day(
    root: Path, own: str, document_from: date | None, until: date | None, expected: tuple[date | None, date | None]
) -> None:
    words = "在山村工作满十年的，2018年起给予补贴。"
    path = root / "rules" / "d.md"
    plain = write(root, "d", "r")
    text = path.read_text("utf-8").replace("在山村工作满十年的，给予补贴。", words)
    path.write_text(text.replace("决定机关: 县里\n", own or "决定机关: 县里\n"), encoding="utf-8")
    clause = replace(plain.clauses[0], text=words)
    dates = {"issued": date(2016, 6, 17), "in_force_from": document_from, "in_force_until": until}
    book = load_rulebook(root, [replace(plain, clauses=(clause,), **dates)], load_facts(root))
    rule = book.entitlements["r"]
    assert (rule.in_force_from, rule.in_force_until) == expected
    assert rule.in_force_quote == ("2018年起" if own else "")


def test_an_example_is_read_at_its_own_day_or_at_that_of_the_file(root: Path) -> None:
    book = load_rulebook(root, [write(root, "d", "r")], load_facts(root))
    days = {example.name: example.as_of for example in book.examples}
    assert (days["刚满十年"], days["还不知道"]) == (date(2020, 1, 1), date(2026, 11, 24))


def test_a_cell_of_several_values_is_as_many_examples(root: Path) -> None:
    book = load_rulebook(root, [write(root, "d", "r")], load_facts(root))
    several = [example for example in book.examples if example.name.startswith("都不在山村")]
    assert [example.facts["years"] for example in several] == [9, 10, 11]


def test_an_empty_cell_is_unknown_and_what_is_missing_is_listed(root: Path) -> None:
    book = load_rulebook(root, [write(root, "d", "r")], load_facts(root))
    (example,) = (example for example in book.examples if example.name == "还不知道")
    assert (dict(example.facts), example.missing) == ({"place": "山村"}, ("years",))


@given(st.text(alphabet="#第1条 规则:|-`yaml>\n甲「」：*&!%@", max_size=80))
def test_whatever_stands_in_a_rule_file_is_cut_into_sections_or_refused_with_its_line(text: str) -> None:
    error = refusal(text)
    assert error is None or error.where.startswith("rules/x.md:")


def refusal(text: str) -> RuleError | None:
    try:
        sections(text, "rules/x.md")
    except RuleError as error:
        return error
    return None
