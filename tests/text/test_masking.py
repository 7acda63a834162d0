"""Personal data is covered before anything is stored."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.masking import mask

CUES = ("我叫", "姓名")
ACCOUNTS = ("QQ", "扣扣", "微信", "vx", "加我")
ROWS = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "masking.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_personal_data_is_covered_and_nothing_else(row: dict[str, str]) -> None:
    assert mask(row["text"], CUES, ACCOUNTS) == row["masked"]


def test_there_are_about_a_hundred_strings_of_both_kinds() -> None:
    covered = sum(row["text"] != row["masked"] for row in ROWS)
    assert covered >= 50
    assert len(ROWS) - covered >= 40


def test_names_are_covered_only_after_the_cues_that_are_passed_in() -> None:
    assert mask("我叫王建国") == "我叫王建国"


def test_accounts_are_covered_only_after_the_cues_that_are_passed_in() -> None:
    assert mask("QQ 123456789") == "QQ 123456789"


def test_text_without_personal_data_is_the_same_object_in_content() -> None:
    assert mask("镇农技站专技岗,高级农艺师,连续31年,今年54", CUES) == "镇农技站专技岗,高级农艺师,连续31年,今年54"


@given(st.text(max_size=200))
def test_masking_keeps_every_offset_and_is_done_once(text: str) -> None:
    masked = mask(text, CUES, ACCOUNTS)
    assert len(masked) == len(text)
    assert mask(masked, CUES, ACCOUNTS) == masked


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True), st.sampled_from(["电话", "tel:", "我的号是", ""]))
def test_no_mobile_number_gets_through(number: str, before: str) -> None:
    assert number not in mask(f"{before}{number}，干了15年", CUES)
