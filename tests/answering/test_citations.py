"""Every quote stands word for word where it says it stands."""

from assistant.answering.citations import Citations, passage, quotes_of, sentences
from assistant.answering.library import Library
from assistant.domain.document import Clause, ClauseId, Span


def test_marks_follow_the_order_of_the_text(library: Library) -> None:
    citations = Citations(library)
    eighth, twelfth = library.numbered(8)[0], library.numbered(12)[0]

    assert [citations.cite(eighth, Span(0, 4)), citations.cite(twelfth, Span(0, 4))] == ["[1]", "[2]"]
    assert [item.clause.number for item in citations.items] == [8, 12]


def test_words_within_a_quote_share_its_mark(library: Library) -> None:
    citations = Citations(library)
    clause = library.numbered(12)[0]
    citations.cite(clause, Span(0, 60))

    assert citations.cite(clause, Span(3, 9)) == "[1]"
    assert len(citations.items) == 1


def test_words_are_cited_by_the_sentence_that_holds_them(library: Library) -> None:
    citations = Citations(library)
    [first] = library.numbered(1)

    assert {citations.cite_words(first, words) for words in ("企事业单位", "从事专业技术工作的人员")} == {"[1]"}
    assert "企事业单位中从事专业技术工作的人员" in citations.items[0].quote


def test_words_that_do_not_stand_in_the_clause_are_not_cited(library: Library) -> None:
    citations = Citations(library)

    assert citations.cite_words(library.numbered(12)[0], "没有的话") == ""
    assert citations.items == ()


def test_a_clause_falls_into_its_sentences() -> None:
    text = "标题。甲可以；乙可以（丙除外）。\n丁"

    assert [span.of(text) for span in sentences(text)] == ["标题。", "甲可以；", "乙可以（丙除外）。", "丁"]


def test_a_passage_is_whole_sentences_around_its_quotes() -> None:
    clause = Clause(ClauseId("d", 1), "第1条", "t", "标题。甲可以；乙可以。丁")

    assert passage(clause, ["乙"]).of(clause.text) == "乙可以。"
    assert passage(clause, ["甲", "乙"]).of(clause.text) == "甲可以；乙可以。"


def test_a_passage_without_quotes_leaves_out_the_heading_sentence() -> None:
    clause = Clause(ClauseId("d", 1), "第1条", "t", "标题。甲可以。")

    assert passage(clause, []).of(clause.text) == "甲可以。"


def test_every_entitlement_is_quoted_from_its_own_clause(library: Library) -> None:
    for entitlement in library.rulebook.entitlements.values():
        clause = library.clause(entitlement.clause)
        quoted = passage(clause, quotes_of(library, entitlement.id)).of(clause.text)

        assert entitlement.grants in quoted, entitlement.id
        assert quoted in clause.text
