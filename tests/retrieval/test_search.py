"""Questions find their clause, and point at the words that answer."""

from datetime import date

import pytest

from assistant.domain.document import ClauseId, Document
from assistant.retrieval.search import Search

LONG = 110


def first(search: Search, question: str) -> int | None:
    hits = search.search(question).hits
    return hits[0].clause.number if hits else None


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("第十一条说的是什么", 11),
        ("11条", 11),
        ("地十一条", 11),
        ("第十一调讲啥", 11),
        ("第散条讲啥", 3),
        ("第三讲的啥", 3),
        ("第二十旗条", 27),
        ("吉人社办字44号第八条", 8),
        ("44号文件第八条", 8),
        ("吉人社办字〔2016〕44号 第二十条", 20),
        ("这个文件最后一条写的啥", 27),
        ("文件最后1条说啥", 27),
        ("倒数第二条讲什么", 26),
        ("文件头一条讲的啥", 1),
        ("十五条说的选拔是提拔用人还是给发奖", 15),
    ],
)
def test_a_clause_named_by_its_number_comes_first(search: Search, question: str, clause: int) -> None:
    assert first(search, question) == clause


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("四面是哪几项", 8),
        ("发表轮文", 8),
        ("岗位严聘谁批", 14),
        ("san shi tong", 9),
        ("柔性引财", 22),
        ("第二十七本内容是什么", 27),
        ("職稱評審四免", 8),
    ],
)
def test_misspelt_and_oddly_typed_terms_are_understood(search: Search, question: str, clause: int) -> None:
    assert first(search, question) == clause


def test_what_was_repaired_is_told(search: Search) -> None:
    assert ("四面", "四免") in search.search("四面是哪几项").repairs


@pytest.mark.parametrize(
    ("question", "entitlement"),
    [
        ("病历能不能顶论文", "practice_outputs_recognition"),
        ("得过县里表彰算业绩不", "honours_recognition"),
        ("连续三年优秀能破格吗", "excellence_exceptional_review"),
        ("企业老总能破格评职称吗", "executive_exceptional_review"),
        ("博士去县里能直接考核进来吗", "direct_assessment_recruitment"),
        ("本科生紧缺专业能简化程序招聘吗", "simplified_recruitment"),
        ("我想延聘", "deferred_retirement"),
    ],
)
def test_the_grant_asked_about_is_told_apart(search: Search, question: str, entitlement: str) -> None:
    assert search.search(question).hits[0].entitlement == entitlement


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("病历能顶论文吗", "病历"),
        ("年度考核优秀算业绩成果吗", "年度考核优秀"),
        ("企业法人能破格吗", "企业法人代表"),
        ("晋升高级要农村服务一年吗", "须有1年以上农村基层工作服务经历"),
        ("跨单位评聘", "跨单位评聘"),
        ("下派期间工资还发吗", "工资福利等保留不变"),
    ],
)
def test_of_a_long_clause_the_sentence_that_answers_is_shown(
    search: Search, documents: tuple[Document, ...], question: str, words: str
) -> None:
    hit = search.search(question).hits[0]
    clause = documents[0].clause(hit.clause.number)
    assert clause is not None
    assert words in hit.sentence.of(clause.text)
    assert len(hit.sentence.of(clause.text)) < len(clause.text)


def test_spans_lie_in_the_clause_in_order_and_apart(search: Search, documents: tuple[Document, ...]) -> None:
    for hit in search.search("破格参评中级职称").hits:
        clause = documents[0].clause(hit.clause.number)
        assert clause is not None
        ends = [0]
        for span in hit.spans:
            assert ends[-1] <= span.start < span.end <= len(clause.text)
            ends.append(span.end)


def test_hits_are_one_a_clause_best_first_and_at_most_the_limit(search: Search) -> None:
    hits = search.search("破格参评职称", limit=5).hits
    assert len(hits) == 5
    assert len({hit.clause for hit in hits}) == 5
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    "question", ["", "   ", "？？？", "😀", "请问一下", "12345", "<script>", "'; DROP TABLE clauses; --"]
)
def test_a_question_without_content_gets_nothing(search: Search, question: str) -> None:
    result = search.search(question)
    assert result.refused
    assert result.hits == ()


def test_a_question_without_content_is_told_from_one_that_is_not_covered(search: Search) -> None:
    assert search.search("请问一下这个是什么").evidence.contentless
    assert not search.search("量子力学的薛定谔方程").evidence.contentless


def test_a_clause_that_does_not_exist_is_refused_and_named(search: Search) -> None:
    result = search.search("第九十条说了啥")
    assert result.refused
    assert result.evidence.verdict == "no_such_clause"
    assert result.evidence.reference.missing == (90,)


def test_another_law_is_refused(search: Search) -> None:
    assert search.search("劳动法第三十六条").evidence.verdict == "foreign_document"


def test_a_document_not_yet_in_force_is_marked(search: Search) -> None:
    assert not search.search("四免", as_of=date(2016, 6, 16)).hits[0].in_force
    assert search.search("四免", as_of=date(2026, 11, 24)).hits[0].in_force


def test_the_same_question_gives_the_same_result(search: Search) -> None:
    assert search.search("我在乡镇干了三十年能聘上不") == search.search("我在乡镇干了三十年能聘上不")


def test_a_very_long_question_is_searched_too(search: Search) -> None:
    assert first(search, "我在乡下看病，" * 200 + "评职称要不要论文") == 8


def test_hits_name_their_document(search: Search) -> None:
    assert search.search("四免").hits[0].clause == ClauseId("jl-2016-44", 8)
