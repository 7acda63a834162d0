"""The API from outside: every route, and a clear Chinese problem for everything that is wrong."""

import json
from typing import Any

import httpx
import pytest

from assistant.service import schemas
from assistant.settings import Settings

pytestmark = pytest.mark.anyio
API = "/api/v1"


async def begin(client: httpx.AsyncClient, **body: Any) -> str:
    response = await client.post(f"{API}/conversations", json={"as_of": "2026-11-24"} | body)
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


async def say(client: httpx.AsyncClient, conversation: str, text: str, **more: Any) -> dict[str, Any]:
    response = await client.post(f"{API}/conversations/{conversation}/turns", json={"text": text, **more})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def is_problem(response: httpx.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail"} <= set(problem)
    assert problem["status"] == status
    assert any("\u4e00" <= character <= "\u9fff" for character in problem["detail"])
    return problem


async def test_a_conversation_begins_with_a_greeting(client: httpx.AsyncClient) -> None:
    response = await client.post(f"{API}/conversations")
    assert response.status_code == 201
    opened = schemas.Opened.model_validate_json(response.content)
    assert opened.answer.turn == 0
    assert opened.answer.text


async def test_answers_are_what_the_schema_says_and_no_more(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    for text in (
        "我是副主任医师，在乡镇卫生院连续干了31年，能聘上不",
        "四免是哪四免",
        "你好",
        "我能享受哪些政策",
        "为什么",
    ):
        answer = await say(client, conversation, text)
        assert schemas.AnswerOut.model_validate(answer).model_dump(mode="json", exclude_unset=True) == answer


async def test_everything_said_known_and_decided_is_there_after_a_reload(client: httpx.AsyncClient) -> None:
    conversation = await begin(client, channel="web")
    answers = [await say(client, conversation, text, client_id=text) for text in ("我在乡镇卫生院", "我是副主任医师")]
    response = await client.get(f"{API}/conversations/{conversation}")
    shown = response.json()
    schemas.ConversationOut.model_validate_json(response.content)
    assert shown["as_of"] == "2026-11-24"
    assert shown["channel"] == "web"
    assert [turn["text"] for turn in shown["turns"]] == ["我在乡镇卫生院", "我是副主任医师"]
    assert [turn["client_id"] for turn in shown["turns"]] == ["我在乡镇卫生院", "我是副主任医师"]
    assert [turn["answer"] for turn in shown["turns"]] == answers
    assert shown["facts"] == answers[-1]["facts"]


async def test_a_form_sets_facts_and_takes_them_back(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    response = await client.post(f"{API}/conversations/{conversation}/facts", json={"facts": {"age": 56}})
    assert response.status_code == 200, response.text
    assert response.json()["facts"]["age"]["value"] == 56
    assert response.json()["facts"]["age"]["source"] == "form"
    response = await client.post(f"{API}/conversations/{conversation}/facts", json={"facts": {"age": None}})
    assert "age" not in response.json()["facts"]


async def test_an_erased_conversation_is_gone(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    path = f"{API}/conversations/{conversation}"
    assert (await client.delete(path)).status_code == 204
    is_problem(await client.get(path), 404)
    is_problem(await client.delete(path), 404)
    is_problem(await client.get(f"{path}/events"), 404)
    is_problem(await client.post(f"{path}/turns", json={"text": "您好"}), 404)
    is_problem(await client.post(f"{path}/facts", json={"facts": {"age": 56}}), 404)


async def test_personal_data_is_covered_before_it_is_stored(client: httpx.AsyncClient, store: Any) -> None:
    conversation = await begin(client)
    await say(client, conversation, "我电话13912345678，四免是哪四免")
    kept = json.dumps([dict(event.data) for event in await store.read(conversation)], ensure_ascii=False)
    assert "13912345678" not in kept


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n　"}, "说一句话"),
        ({"text": "问" * 2001}, "2000"),
        ({"text": "一\0二"}, "空字符"),
        ({"text": 5}, "文字"),
        ({"text": None}, "文字"),
        ({"text": ["问"]}, "文字"),
        ({"text": "问", "client_id": ""}, "client_id"),
        ({"text": "问", "client_id": 7}, "client_id"),
        ({"text": "问", "txet": "问"}, "txet"),
        ([], "对象"),
        ("问", "对象"),
        (None, ""),
    ],
)
async def test_a_turn_that_cannot_be_taken_says_why(client: httpx.AsyncClient, body: object, said: str) -> None:
    response = await client.post(
        f"{API}/conversations/{await begin(client)}/turns",
        content=json.dumps(body, ensure_ascii=False),
        headers={"Content-Type": "application/json"},
    )
    assert said in is_problem(response, 422)["detail"]


@pytest.mark.parametrize(
    "content", [b"{", b'{"text": }', b"\xff\xfe", b'{"text": "\\ud800"}', b'{"text": "\xe4\xbd"}', b""]
)
async def test_malformed_json_is_a_problem(client: httpx.AsyncClient, content: bytes) -> None:
    path = f"{API}/conversations/{await begin(client)}/turns"
    is_problem(await client.post(path, content=content, headers={"Content-Type": "application/json"}), 422)


@pytest.mark.parametrize(
    "text",
    [
        "😀😀😀",
        "<script>alert(1)</script>",
        "'; DROP TABLE events; --",
        "？！……",
        "\u202e\u200b",
        "{facts}{0}%s",
        "\\",
        "a" * 2000,
    ],
)
async def test_odd_words_are_answered(client: httpx.AsyncClient, text: str) -> None:
    answer = await say(client, await begin(client), text)
    assert answer["text"]
    assert answer["citations"] == []


async def test_a_body_too_large_is_refused(client: httpx.AsyncClient) -> None:
    path = f"{API}/conversations/{await begin(client)}/turns"
    is_problem(await client.post(path, json={"text": "问" * 400_000}), 413)

    async def pieces() -> Any:
        for _ in range(100):
            yield b" " * 10_000

    is_problem(await client.post(path, content=pieces(), headers={"Content-Type": "application/json"}), 413)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
async def test_anything_but_json_is_refused(client: httpx.AsyncClient, kind: str) -> None:
    path = f"{API}/conversations/{await begin(client)}/turns"
    is_problem(await client.post(path, content=b'{"text": "a"}', headers={"Content-Type": kind}), 415)


async def test_unknown_addresses_and_methods_are_problems(client: httpx.AsyncClient) -> None:
    is_problem(await client.get(f"{API}/nothing"), 404)
    is_problem(await client.put(f"{API}/facts"), 405)
    is_problem(await client.get(f"{API}/conversations/short"), 404)
    is_problem(await client.get(f"{API}/conversations/{'g' * 32}"), 404)


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"agee": 56}, "age"),
        ({"age": "老"}, "age"),
        ({"age": True}, "age"),
        ({"age": 560}, "age"),
        ({"unit_level": "省市"}, "unit_level"),
        ({"professional_post": "是"}, "professional_post"),
        ({"township_years": 3, "township_continuous_years": 9}, "township"),
        ({"age": 1e300}, "age"),
        ({"age": [5]}, "age"),
    ],
)
async def test_facts_that_cannot_be_are_refused_by_name(
    client: httpx.AsyncClient, facts: dict[str, object], named: str
) -> None:
    checked = is_problem(await client.post(f"{API}/check", json={"facts": facts}), 422)
    assert named in json.dumps(checked, ensure_ascii=False)
    path = f"{API}/conversations/{await begin(client)}/facts"
    named_again = is_problem(await client.post(path, json={"facts": facts}), 422)
    assert named in json.dumps(named_again, ensure_ascii=False)


@pytest.mark.parametrize(
    "content", [b'{"facts": {"age": NaN}}', b'{"facts": {"age": Infinity}}', b'{"facts": {"age": 1e999}}']
)
async def test_numbers_that_are_none_are_refused(client: httpx.AsyncClient, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    is_problem(await client.post(f"{API}/check", content=content, headers=headers), 422)


async def test_a_check_decides_and_says_what_to_ask_next(client: httpx.AsyncClient) -> None:
    body = {"facts": {"age": 40}, "entitlements": ["deferred_retirement"], "as_of": "2026-11-24"}
    response = await client.post(f"{API}/check", json=body)
    checked = schemas.CheckedOut.model_validate_json(response.content)
    assert [decision.entitlement for decision in checked.decisions] == ["deferred_retirement"]
    everything = schemas.CheckedOut.model_validate_json((await client.post(f"{API}/check", json={"facts": {}})).content)
    assert everything.ask_next is not None
    assert len(everything.decisions) == 21


async def test_a_bound_can_settle_an_outcome(client: httpx.AsyncClient) -> None:
    body = {"facts": {}, "bounds": {"age": {"below": 40}}}
    assert (await client.post(f"{API}/check", json=body)).status_code == 200
    wrong = {"facts": {}, "bounds": {"aeg": {"below": 40}}}
    is_problem(await client.post(f"{API}/check", json=wrong), 422)


async def test_an_unknown_entitlement_is_named_with_its_nearest(client: httpx.AsyncClient) -> None:
    body = {"facts": {}, "entitlements": ["defered_retirement"]}
    assert "deferred_retirement" in is_problem(await client.post(f"{API}/check", json=body), 422)["detail"]


@pytest.mark.parametrize(
    "as_of", ["明天", "2026-13-01", "2026-02-30", 20261124, "0001-01-01", "9999-12-31", "2026-11-24T00:00"]
)
async def test_a_date_that_is_none_is_refused(client: httpx.AsyncClient, as_of: object) -> None:
    is_problem(await client.post(f"{API}/conversations", json={"as_of": as_of}), 422)


async def test_an_utterance_is_understood_with_no_conversation(client: httpx.AsyncClient) -> None:
    response = await client.post(f"{API}/understand", json={"text": "五十六", "asked": "age", "as_of": "2026-11-24"})
    understood = schemas.UnderstoodOut.model_validate_json(response.content)
    assert understood.facts == {"age": 56}
    is_problem(await client.post(f"{API}/understand", json={"text": "五十六", "asked": "agee"}), 422)


async def test_clauses_are_found_best_first(client: httpx.AsyncClient) -> None:
    response = await client.get(f"{API}/clauses", params={"q": "四免是哪四免", "limit": 3})
    found = schemas.HitsOut.model_validate_json(response.content)
    assert found.hits[0].clause.number == 8
    assert len(found.hits) <= 3
    assert not found.refused
    refused = (await client.get(f"{API}/clauses", params={"q": "医保怎么报销"})).json()
    assert refused["refused"] is True


async def test_all_clauses_come_in_order(client: httpx.AsyncClient) -> None:
    listed = (await client.get(f"{API}/clauses", params={"limit": 1000})).json()["hits"]
    assert [hit["clause"]["number"] for hit in listed] == list(range(1, 28))
    is_problem(await client.get(f"{API}/clauses", params={"limit": 0}), 422)


async def test_a_clause_knows_its_place(client: httpx.AsyncClient) -> None:
    response = await client.get(f"{API}/clauses/jl-2016-44/12")
    clause = schemas.ClauseOut.model_validate_json(response.content)
    assert (clause.position, clause.clauses) == (12, 27)
    assert clause.previous is not None
    assert clause.previous.number == 11
    assert clause.document.status == "trial"
    is_problem(await client.get(f"{API}/clauses/jl-2016-44/99"), 404)
    is_problem(await client.get(f"{API}/clauses/nothing/1"), 404)


async def test_the_vocabulary_is_given_with_questions_and_options(client: httpx.AsyncClient) -> None:
    facts = schemas.FactsOut.model_validate_json((await client.get(f"{API}/facts")).content).facts
    assert all(fact.question for fact in facts if not fact.derived_from)
    assert all(len(fact.options) >= 2 for fact in facts if fact.type != "number")
    listed = schemas.EntitlementsOut.model_validate_json((await client.get(f"{API}/entitlements")).content)
    known = {fact.id for fact in facts}
    assert len(listed.entitlements) == 21
    assert all(entitlement.facts and set(entitlement.facts) <= known for entitlement in listed.entitlements)


async def test_health_and_metrics(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).json()["status"] == "ready"
    await say(client, await begin(client), "您好")
    metrics = (await client.get("/metrics")).text
    assert '/conversations/{conversation}/turns"' in metrics
    assert 'wence_turns_total{act="smalltalk"} 1.0' in metrics


async def test_every_response_carries_security_headers(client: httpx.AsyncClient) -> None:
    for path in ("/healthz", f"{API}/facts", f"{API}/nothing", "/"):
        headers = (await client.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "unsafe-inline" not in headers["content-security-policy"]


async def test_other_origins_are_shut_out_unless_listed(app: Any, client: httpx.AsyncClient, engine: Any) -> None:
    from assistant.service.app import create_app
    from assistant.storage.memory import MemoryStore

    origin = {"Origin": "https://portal.example"}
    assert "access-control-allow-origin" not in (await client.get(f"{API}/facts", headers=origin)).headers
    listed = create_app(Settings(_env_file=None, allow_origins="https://portal.example"), engine, MemoryStore())
    async with listed.router.lifespan_context(listed):
        other = httpx.AsyncClient(transport=httpx.ASGITransport(listed), base_url="http://test")
        response = await other.get(f"{API}/facts", headers=origin)
        assert response.headers["access-control-allow-origin"] == "https://portal.example"
        await other.aclose()
