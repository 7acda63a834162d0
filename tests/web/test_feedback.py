"""What people think of answers, and what they asked in vain."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.event import Event
from assistant.service.feedback_unanswered import Asked, as_csv, find, group
from assistant.storage.log import Logged

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def asked(*texts):
    return [Asked(text, "refused", "c", turn, NOON) for turn, text in enumerate(texts, 1)]


async def rows(client):
    sheet = await client.get("/workbench/unanswered.csv")
    return list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"))))


async def test_what_was_refused_or_not_understood_is_listed_and_what_was_answered_is_not(staff, conversation):
    await conversation.say("医保怎么报销", "四免是哪四免", "啊这个那个")
    assert {(row["问题"], row["原因"]) for row in await rows(staff)} == {
        ("医保怎么报销", "不在范围"),
        ("啊这个那个", "没听懂"),
    }


async def test_what_was_thumbed_down_is_listed_with_its_reason_until_it_is_taken_back(staff, conversation):
    await conversation.say("四免是哪四免")
    assert (await conversation.rate(1, "down", "答非所问")).status_code == 204
    [row] = await rows(staff)
    assert (row["问题"], row["原因"], row["说明"], row["当时的答复"]) == (
        "四免是哪四免",
        "答得不好",
        "答非所问",
        "答：四免是哪四免",
    )
    await conversation.rate(1, None)
    assert await rows(staff) == []


async def test_personal_data_in_a_reason_is_masked_before_it_is_stored(staff, conversation):
    await conversation.say("四免是哪四免")
    await conversation.rate(1, "down", "打我电话13912345678")
    assert (await rows(staff))[0]["说明"] == "打我电话***********"


async def test_an_erased_conversation_is_listed_no_more(staff, conversation):
    await conversation.say("医保怎么报销")
    await conversation.turns.erase(conversation.id)
    assert await rows(staff) == []


async def test_a_turn_that_does_not_exist_cannot_be_rated(conversation):
    answer = await conversation.rate(9, "up")
    assert answer.status_code == 404
    assert "第9轮" in answer.json()["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"turn": 0, "rating": "great"},
        {"turn": 0},
        {"turn": "0", "rating": "up"},
        {"turn": 0, "rating": "up", "reason": "长" * 501},
    ],
)
async def test_a_rating_that_makes_no_sense_is_refused(conversation, body):
    answer = await conversation.client.post(f"/api/v1/conversations/{conversation.id}/feedback", json=body)
    assert answer.status_code == 422


async def test_the_page_lists_groups_and_shows_tags_as_characters(staff, conversation):
    await conversation.say("<b>报销</b>")
    page = (await staff.get("/workbench/unanswered")).text
    assert "&lt;b&gt;报销&lt;/b&gt;" in page
    assert "<b>报销" not in page


def test_questions_that_are_alike_stand_in_one_group_the_largest_first():
    groups = group(asked("公积金怎么提取", "医保怎么报销", "医保怎么报销？", "医保咋报销啊"))
    assert [[one.text for one in found.members] for found in groups] == [
        ["医保怎么报销", "医保怎么报销？", "医保咋报销啊"],
        ["公积金怎么提取"],
    ]


def test_the_last_word_on_a_turn_counts():
    def entry(kind, data, minutes):
        return Logged("c", Event(minutes, 1, kind, data), NOON + timedelta(minutes=minutes))

    log = [
        entry("turn.started", {"text": "问"}, 1),
        entry("turn.finished", {"act": "information", "text": "答"}, 2),
        entry("feedback.given", {"turn": 1, "rating": "down", "reason": ""}, 3),
        entry("feedback.given", {"turn": 1, "rating": "up", "reason": ""}, 4),
    ]
    assert find(log[::-1]) == []
    assert [one.why for one in find(log[2::-1])] == ["thumbed_down"]


def test_a_spreadsheet_takes_no_question_for_a_formula():
    sheet = as_csv(group(asked("=HYPERLINK(1)", "+1", "@x")))
    cells = [row["问题"] for row in csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff")))]
    assert all(cell.startswith("'") for cell in cells)
