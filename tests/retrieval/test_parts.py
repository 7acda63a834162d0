"""The parts of the search, each on a few words of its own."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.document import Clause, ClauseId, Document, Span
from assistant.retrieval.index import ClauseIndex, Entry, grams
from assistant.retrieval.lessons import Lessons
from assistant.retrieval.likelihood import Likelihood, Likely
from assistant.retrieval.packing import Packing
from assistant.retrieval.phrasebook import Asked, PhraseBook
from assistant.retrieval.phrases import Counting, Phrases, Phrasing, Topic
from assistant.retrieval.references import ReferenceReader
from assistant.retrieval.repair import Repair, Repairer
from assistant.retrieval.search import Search
from assistant.retrieval.sentences import answering_sentence, matched_spans
from assistant.retrieval.signs import SignReader
from assistant.retrieval.terms import Query, figures
from assistant.text.segmentation import Segmenter


def document(id_: str, title: str, *texts: str, number: str = "") -> Document:
    clauses = tuple(Clause(ClauseId(id_, n), f"第{n}条", "", text) for n, text in enumerate(texts, 1))
    return Document(id_, title, number, "", None, "in_force", clauses)


def test_both_channels_count() -> None:
    index = ClauseIndex([Entry("渔船", "渔船"), Entry("渔船", ""), Entry("港口", "港口")])
    ranked = index.rank({"渔船": 1.0}, {"渔船": 1.0}, limit=5)
    assert list(ranked) == [0, 1]


def test_a_lighter_term_counts_less() -> None:
    index = ClauseIndex([Entry("渔船", ""), Entry("港口", "")])
    assert list(index.rank({"渔船": 0.5, "港口": 1.0}, {}, limit=5)) == [1, 0]


def test_an_empty_query_or_index_ranks_nothing() -> None:
    assert ClauseIndex([Entry("渔船", "")]).rank({}, {}, limit=5) == {}
    assert ClauseIndex([]).rank({"渔船": 1.0}, {}, limit=5) == {}


def test_pairs_stop_at_what_is_not_chinese() -> None:
    assert grams("渔船A港口") == ["渔船", "港口"]


def test_the_nearest_phrasing_is_the_one_with_the_rare_words() -> None:
    boats, ports = Phrasing("渔船怎么登记", ClauseId("d", 1)), Phrasing("港口怎么登记", ClauseId("d", 2))
    book = PhraseBook([(boats, {"渔船": 1.0, "登记": 1.0}), (ports, {"港口": 1.0, "登记": 1.0})])
    nearest = book.nearest({"港口": 1.0, "登记": 1.0})
    assert list(nearest) == [ports.clause, boats.clause]
    assert nearest[ports.clause].phrasing == ports
    assert round(nearest[ports.clause].similarity, 6) == 1


def test_a_repair_keeps_to_what_the_known_words_leave_over() -> None:
    repairer = Repairer({"登记", "渔船登记", "远洋"}, fillers={"的"})
    known = {"登记", "渔船登记", "远洋"}
    assert repairer.repair("鱼船登记", ["鱼", "船", "登记"], known) == (Repair("鱼船登记", "渔船登记"),)
    assert repairer.repair("渔船登记", ["渔船登记"], known) == ()


def test_a_repair_cuts_no_word() -> None:
    assert Repairer({"新人"}).repair("外星人", ["外星人"], {"新人"}) == ()


def test_numbers_meet_in_one_spelling() -> None:
    assert figures("满三十年、五十五周岁") == figures("30年 55岁")


def test_references_are_read_against_the_documents_at_hand() -> None:
    boats = document("boats", "渔船登记办法", "甲", "乙", number="农办〔2020〕7号")
    ports = document("ports", "港口管理条例", "丙", "丁", "戊")
    reader = ReferenceReader([boats, ports])
    assert reader.read("第二条").clauses == (ClauseId("boats", 2),)
    assert reader.read("港口管理条例第三条").clauses == (ClauseId("ports", 3),)
    assert reader.read("《港口管理条列》第3条").clauses == (ClauseId("ports", 3),)
    assert reader.read("7号文第一条").clauses == (ClauseId("boats", 1),)
    assert reader.read("食品安全法第三条").foreign == "食品安全法"
    assert reader.read("三条渔船").clauses == ()


def test_clauses_are_counted_from_the_beginning_and_from_the_end() -> None:
    boats = document("boats", "渔船登记办法", *"甲乙丙丁")
    counting = Counting(first=("头一",), last=("最后一",), from_last=("倒数第",), before=("这个", "办法"))
    reader = ReferenceReader([boats], counting=counting)
    assert reader.read("头一条").clauses == (ClauseId("boats", 1),)
    assert reader.read("这个办法最后一条说什么").clauses == (ClauseId("boats", 4),)
    assert reader.read("倒数第2条").clauses == (ClauseId("boats", 3),)


def test_what_is_counted_within_something_else_is_no_clause() -> None:
    boats = document("boats", "渔船登记办法", *"甲乙丙丁")
    reader = ReferenceReader([boats], counting=Counting(last=("最后一",)))
    assert reader.read("渔船登记最后一条").clauses == ()
    assert reader.read("最后一条路").clauses == ()


def test_a_named_document_comes_before_another_that_says_the_same() -> None:
    same = "船舶应当办理登记手续。"
    documents = (document("one", "渔船登记办法", same), document("two", "游船登记规则", same))
    found = Search(documents, Phrases(), Segmenter()).search("游船登记规则怎么说船舶登记手续")
    assert found.hits[0].clause.document == "two"


def test_a_corpus_without_phrasings_can_be_searched() -> None:
    documents = (document("one", "渔船登记办法", "船舶应当办理登记手续。", "船员应当持有证书。"),)
    search = Search(documents, Phrases(), Segmenter())
    assert search.search("船员要持有什么证书").hits[0].clause.number == 2
    assert search.search("小麦什么时候播种").refused


BOATS, PORTS = ClauseId("d", 1), ClauseId("d", 2)


def query(text: str) -> Query:
    return Query(text, words=dict.fromkeys(Segmenter().words(text), 1.0))


def learned() -> Likelihood:
    asked = [("渔船怎么登记", BOATS), ("登记要什么证", BOATS), ("港口要什么设施", PORTS), ("码头设施怎么配", PORTS)]
    declined = [("登记在几楼办", None), ("港口几点开门", None), ("几点下班", None)]
    return Likelihood([(query(text), clause) for text, clause in [*asked, *declined]])


def test_a_question_is_likeliest_after_the_clause_whose_examples_it_is_like() -> None:
    clauses = learned().of(query("码头要配设施吗")).clauses
    assert max(clauses, key=clauses.__getitem__) == PORTS
    assert round(sum(clauses.values()), 6) == 1


def test_a_question_like_declined_examples_is_likely_to_have_no_answer() -> None:
    assert learned().of(query("登记处几点开门")).declined > 0.5
    assert learned().of(query("渔船登记要证吗")).chance(BOATS) > 0.5


def test_the_pieces_that_speak_against_an_answer_are_told() -> None:
    assert "几点" in learned().telling(query("登记处几点开门"), BOATS)


def test_without_examples_nothing_is_likelier_than_anything_else() -> None:
    assert Likelihood([]).of(query("渔船怎么登记")) == Likely()


def test_a_question_without_content_is_likely_after_nothing() -> None:
    assert learned().of(Query("？")) == Likely()


def test_learning_twice_from_the_same_examples_gives_the_same_chances() -> None:
    assert learned().of(query("港口登记")) == learned().of(query("港口登记"))


@given(st.lists(st.tuples(*[st.integers(-(2**19), 2**19)] * 3), min_size=1, max_size=5), st.integers(-500, 500))
def test_packed_rows_are_added_and_scaled_number_by_number(rows: list[tuple[int, int, int]], factor: int) -> None:
    packing = Packing(3)
    packed = sum(factor * packing.pack(row) for row in rows)
    assert list(packing.unpack(packed)) == [factor * sum(column) for column in zip(*rows, strict=True)]


def test_a_side_that_the_clause_speaks_of_is_no_sign() -> None:
    reader = SignReader([Topic("age", "attribute", patterns=("多大",), stated=(r"\d+岁",))], Segmenter().search)
    assert reader.read(["船员要多大"], "船员应当持有证书。")
    assert not reader.read(["船员要多大"], "船员应当年满18岁。")


def test_a_cut_of_what_people_ask_costs_repeats_and_no_word() -> None:
    assert Asked(words=("渔船", "渔船", "渔船", "港口", "检验")).most(3).words == ("渔船", "港口", "检验")


def sparse() -> tuple[tuple[Document, ...], Phrases]:
    """Two documents that say much the same; people ask about one clause of the second."""
    texts = ["船舶应当办理登记手续。", "船员应当持有证书。", "港口应当配备设施。", "渔获应当申报数量。"]
    documents = (document("one", "沿海规定", *texts), document("two", "内河规定", *texts))
    asked = ("跑船要什么本子", "跑船的本子怎么办", "没本子能跑船吗")
    return documents, Phrases(phrasings=tuple(Phrasing(text, ClauseId("two", 2)) for text in asked), fillers=("的",))


def test_what_few_were_asked_about_teaches_which_document_is_asked_about() -> None:
    documents, phrases = sparse()
    told = Search(documents, Phrases(), Segmenter()).rank("港口要什么设施")
    taught = Search(documents, phrases, Segmenter()).rank("港口要什么设施")
    assert told[0] == ClauseId("one", 3)
    assert taught[0] == ClauseId("two", 3)


def test_a_phrasing_said_again_finds_its_clause_where_phrasings_are_few() -> None:
    documents, phrases = sparse()
    search = Search(documents, phrases, Segmenter())
    for phrasing in phrases.phrasings:
        assert search.rank(phrasing.text)[0] == phrasing.clause


def test_words_that_met_once_are_no_lesson() -> None:
    pairs = [("d", ["本子"], ["证书"]), ("d", ["本子"], ["证书"]), ("d", ["跑船"], ["港口"]), ("e", ["网"], ["渔获"])]
    lessons = Lessons([*pairs, *(("e", [f"问{n}"], [f"文{n}"]) for n in range(9))])
    assert list(lessons.expand(["本子", "跑船"])) == ["证书"]


def test_a_document_more_asked_about_interests_more_and_another_not_at_all() -> None:
    lessons = Lessons([("d", ["问"], ["文"]), ("d", ["问"], ["文"]), ("e", ["问"], ["文"])])
    assert lessons.interest("d") > lessons.interest("e") > lessons.interest("f") == 0


def test_the_sentence_with_most_of_the_words_is_chosen() -> None:
    text = (
        "加强管理。"
        + "船舶应当办理登记手续，并接受检验。" * 4
        + "船员应当持有证书，定期参加培训。"
        + "港口应当配备设施。" * 4
    )
    clause = Clause(ClauseId("d", 1), "第1条", "加强管理", text)
    assert answering_sentence(clause, {"船员": 1.0, "证书": 1.0}).of(text) == "船员应当持有证书，定期参加培训。"


@given(st.text("甲乙丙", max_size=30), st.lists(st.text("甲乙丙", min_size=1, max_size=4), max_size=5))
def test_matched_spans_are_apart_in_order_and_hold_the_words(text: str, words: list[str]) -> None:
    spans = matched_spans(text, words)
    assert all(a.end < b.start for a, b in pairwise(spans))
    for word in words:
        if len(word) > 1 and word in text:
            start = text.find(word)
            assert any(span.start <= start and start + len(word) <= span.end for span in spans)
    assert all(isinstance(span, Span) for span in spans)
