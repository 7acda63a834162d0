"""A title is held only where what stands beside it is understood."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        "候选高级农艺师",
        "拟任高级农艺师",
        "名誉高级农艺师",
        "前任高级农艺师",
        "高级农艺师被吊销了",
        "高级农艺师待聘",
        "高级农艺师让人了",
        "高级农艺师凉了",
        "高级农艺师归老张",
        "梦里的高级农艺师",
    ],
)
@pytest.mark.parametrize("asked", [None, "title_level"])
def test_words_that_are_not_understood_leave_it_open(words: str, asked: str | None, reader: Reader) -> None:
    assert "title_level" not in reader.read(f"我在乡镇农技站,{words}", Context(asked, AS_OF)).facts


@pytest.mark.parametrize(
    "words",
    [
        "我是高级农艺师",
        "现任镇农技站高级农艺师",
        "我今年56岁高级农艺师",
        "职称是高级农艺师",
        "干了十六年的高级农艺师",
        "本科学历高级农艺师",
        "我在镇农技站一直没挪过窝高级农艺师",
        "高级农艺师职称",
    ],
)
def test_words_that_are_understood_keep_it(words: str, reader: Reader) -> None:
    assert reader.read(words, Context(None, AS_OF)).facts["title_level"] == "副高级"
