"""The workbench's door: shut by default, open to who has the token."""

import pytest

from assistant.service.workbench_access import StaffAccess

pytestmark = pytest.mark.anyio


async def test_without_a_token_the_workbench_is_off_and_says_how_to_turn_it_on(serve):
    async with serve() as client:
        page = await client.get("/workbench")
        entered = await client.post("/workbench/login", data={"token": ""})
        listed = await client.get("/workbench/unanswered.csv")
    assert "WENCE_STAFF_TOKEN" in page.text
    assert "policy-workbench" not in page.text
    assert entered.status_code == 403
    assert listed.status_code == 401


async def test_a_wrong_token_is_refused_with_a_clear_word(serve):
    async with serve(staff_token="right") as client:
        page = await client.post("/workbench/login", data={"token": "wrong"})
        after = await client.get("/workbench")
    assert page.status_code == 403
    assert "口令不对" in page.text
    assert "policy-workbench" not in after.text


async def test_the_right_token_opens_the_workbench_until_one_leaves(staff):
    assert "policy-workbench" in (await staff.get("/workbench")).text
    await staff.post("/workbench/logout")
    assert "policy-workbench" not in (await staff.get("/workbench")).text


async def test_the_cookie_does_not_hold_the_token_and_no_script_reads_it(serve):
    async with serve(staff_token="right") as client:
        cookie = (await client.post("/workbench/login", data={"token": "right"})).headers["set-cookie"]
    assert "right" not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


async def test_a_program_shows_the_token_in_a_header(serve):
    async with serve(staff_token="right") as client:
        right = await client.get("/workbench/unanswered.csv", headers={"Authorization": "Bearer right"})
        wrong = await client.get("/workbench/unanswered.csv", headers={"Authorization": "Bearer wrong"})
    assert (right.status_code, wrong.status_code) == (200, 401)


async def test_guessing_is_stopped_after_ten_wrong_tokens(serve):
    async with serve(staff_token="right") as client:
        wrong = [(await client.post("/workbench/login", data={"token": f"{n}"})).status_code for n in range(10)]
        right = await client.post("/workbench/login", data={"token": "right"})
    assert set(wrong) == {403}
    assert right.status_code == 429
    assert "一分钟后" in right.text


def test_the_door_opens_again_when_the_minute_is_over():
    now = 0.0
    access = StaffAccess("right", clock=lambda: now)
    for _ in range(10):
        access.note_wrong()
    assert access.besieged
    now = 60.0
    assert not access.besieged
