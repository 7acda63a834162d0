"""How paragraphs, marks and heads are read, each on a line or two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.knowledge.parsing.head import read_date, read_head
from assistant.knowledge.parsing.lines import read_paragraphs
from assistant.knowledge.parsing.marks import read_mark
from assistant.knowledge.parsing.structure import outline


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("第一章 总则", "chapter", 1),
        ("第十二条 船舶", "article", 12),
        ("第一百零三条", "article", 103),
        ("第12条 船舶", "article", 12),
        ("第三条之一 船舶", "article", 3),
        ("四、船舶", "han", 4),
        ("（一）船舶", "han_paren", 1),
        ("(十一) 船舶", "han_paren", 11),
        ("12. 船舶", "digit", 12),
        ("1．船舶", "digit", 1),
        ("3、船舶", "digit", 3),
        ("（2）船舶", "digit_paren", 2),
    ],
)
def test_a_mark_is_read(text: str, kind: str, number: int) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.kind, mark.number) == (kind, number)


@pytest.mark.parametrize("text", ["第五条规定的船舶", "第三章的规定", "2016年", "3.5吨", "一百艘船", "第一批船舶"])
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("船舶应当登记，\n\n手续从简。", ["船舶应当登记，手续从简。"]),
        ("船舶应当登记，手续从简\n。", ["船舶应当登记，手续从简。"]),
        ("船舶应当登记。\n手续从简。", ["船舶应当登记。", "手续从简。"]),
        ("一、总则\n船舶应当登记。", ["一、总则", "船舶应当登记。"]),
        ("船舶应当登记，\n第二条 手续从简。", ["船舶应当登记，", "第二条 手续从简。"]),
        ("船舶应当登记，手续\n- 3 -\n从简。", ["船舶应当登记，手续从简。"]),
        ("类型\t期限，年\n远洋\t五", ["类型\t期限，年", "远洋\t五"]),
        ("<!-- 注 -->\n# 办法", ["办法"]),
    ],
)
def test_lines_become_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert [paragraph.text for paragraph in read_paragraphs(source)] == paragraphs


@given(st.text(alphabet="船舶，。；\n 第一二条章、1.（）#\t", max_size=80))
def test_no_character_but_layout_is_lost_or_doubled(source: str) -> None:
    found: list[int] = []
    for part in outline(source).parts:
        found += part.mark_offsets
        found += [offset for paragraph in part.paragraphs for offset in paragraph.offsets]
    shown = [place for place in found if not source[place].isspace()]
    wanted = [place for paragraph in read_paragraphs(source) for place in paragraph.offsets]
    assert shown == [place for place in wanted if not source[place].isspace()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016年6月17日", date(2016, 6, 17)),
        ("二〇一六年六月十七日", date(2016, 6, 17)),
        ("二○一六年十二月三十一日".replace("○", "〇"), date(2016, 12, 31)),
        ("2016-06-17", date(2016, 6, 17)),
        ("2016年13月1日", None),
        ("六月", None),
    ],
)
def test_a_date_is_read_in_either_kind_of_digits(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_a_head_in_fields_is_read() -> None:
    head = read_head(
        ["索引号：\t1\t发文机关：\t某局", "标题：\t渔船办法", "发文字号：\t农办(2020)7号", "施行日期：\t2020-03-01"]
    )
    assert (head.title, head.number, head.issuer) == ("渔船办法", "农办〔2020〕7号", "某局")
    assert head.in_force_from == date(2020, 3, 1)


def test_a_head_in_lines_is_read_with_what_the_end_says() -> None:
    head = read_head(
        ["关于渔船的通知", "农办〔2020〕7号"], "本通知自2020年5月1日起施行。\n某某农业农村局\n2020年4月1日"
    )
    assert (head.number, head.issuer, head.issued) == ("农办〔2020〕7号", "某某农业农村局", date(2020, 4, 1))
    assert head.in_force_from == date(2020, 5, 1)


@pytest.mark.parametrize(("title", "status"), [("渔船办法（试行）", "trial"), ("渔船办法", "in_force")])
def test_a_trial_is_known_by_its_title(title: str, status: str) -> None:
    assert read_head([title]).status == status
