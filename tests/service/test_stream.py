"""The stream: folding it gives the JSON Answer, it can be cut anywhere and goes on, and any parser reads it."""

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.event import Event
from assistant.service import stream
from assistant.service.turns import Turn

pytestmark = pytest.mark.anyio
OPENING = "我在乡卫生院连着干了31年了，副主任医师，单位说没岗位了，还能聘上不？"
SSE = {"Accept": "text/event-stream"}


class Parser:
    """Reads an event stream as the HTML standard says, fed in pieces of any size."""

    def __init__(self) -> None:
        self._buffer = b""
        self._fields: dict[str, str] = {}
        self.events: list[dict[str, str]] = []
        self.retries: list[int] = []

    def feed(self, piece: bytes) -> None:
        self._buffer += piece
        while b"\n" in self._buffer:
            line, self._buffer = self._buffer.split(b"\n", 1)
            self._line(line.decode("utf-8"))

    def _line(self, line: str) -> None:
        if line == "":
            if "data" in self._fields:
                self.events.append(self._fields)
            self._fields = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(": ")
            if name == "retry":
                self.retries.append(int(value))
            elif name == "data" and "data" in self._fields:
                self._fields["data"] += "\n" + value
            else:
                self._fields[name] = value


def parsed(pieces: Iterable[bytes]) -> list[dict[str, str]]:
    parser = Parser()
    for piece in pieces:
        parser.feed(piece)
    return parser.events


def folded(events: Iterable[dict[str, str]], facts: dict[str, Any]) -> dict[str, Any]:
    """What a client that knew `facts` knows once it has listened to the pieces, never to `turn.finished`."""
    known: dict[str, Any] = {"blocks": [], "decisions": [], "citations": [], "question": None, "changes": []}
    known["facts"] = facts
    for event in events:
        data = json.loads(event["data"])
        match event["event"]:
            case "turn.started":
                known |= {"conversation": data["conversation"], "turn": data["turn"]}
            case "facts.updated":
                known |= {"changes": data["changes"], "facts": data["facts"]}
            case "decision.made":
                known["decisions"].append(data)
            case "answer.block":
                assert data["index"] == len(known["blocks"])
                known["blocks"].append({key: value for key, value in data.items() if key != "index"})
            case "citation.added":
                known["citations"].append(data)
            case "question.asked":
                known["question"] = data
    return known


async def begin(client: httpx.AsyncClient) -> str:
    return str((await client.post("/api/v1/conversations", json={"as_of": "2026-11-24"})).json()["id"])


async def say(client: httpx.AsyncClient, conversation: str, text: str, client_id: str | None = None) -> bytes:
    body = {"text": text} | ({"client_id": client_id} if client_id else {})
    response = await client.post(f"/api/v1/conversations/{conversation}/turns", json=body, headers=SSE)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["x-accel-buffering"] == "no"
    return response.content


async def resume(client: httpx.AsyncClient, conversation: str, after: str) -> httpx.Response:
    return await client.get(f"/api/v1/conversations/{conversation}/events", headers={"Last-Event-ID": after})


@pytest.mark.parametrize(
    "texts", [[OPENING], ["四免是哪四免"], ["医保怎么报销"], ["我是本科", "能破格评中级吗", "不知道"]]
)
async def test_folding_the_events_gives_the_answer(client: httpx.AsyncClient, texts: list[str]) -> None:
    streamed, asked = await begin(client), await begin(client)
    facts: dict[str, Any] = {}
    for text in texts:
        events = parsed([await say(client, streamed, text)])
        answer = json.loads(events[-1]["data"])
        response = await client.post(f"/api/v1/conversations/{asked}/turns", json={"text": text})
        assert events[-1]["event"] == "turn.finished"
        assert answer == response.json() | {"conversation": streamed}
        known = folded(events, facts)
        facts = known["facts"]
        assert known == {key: answer[key] for key in known}


async def test_the_form_of_the_stream(client: httpx.AsyncClient) -> None:
    content = await say(client, await begin(client), OPENING)
    parser = Parser()
    parser.feed(content)
    numbers = [int(event["id"]) for event in parser.events]
    assert b"\r" not in content
    assert parser.retries == [3000]
    assert numbers == sorted(set(numbers))
    assert parser.events[0]["event"] == "turn.started"
    assert all("\n" not in event["data"] for event in parser.events)


async def test_the_stream_parses_when_split_at_every_byte(client: httpx.AsyncClient) -> None:
    content = await say(client, await begin(client), "四免是哪四免")
    whole = parsed([content])
    assert parsed(content[i : i + 1] for i in range(len(content))) == whole
    for cut in range(0, len(content), 7):
        assert parsed([content[:cut], content[cut:]]) == whole


async def test_a_stream_cut_at_any_event_goes_on_from_there(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    events = parsed([await say(client, conversation, OPENING)])
    for cut, event in enumerate(events[:-1]):
        rest = parsed([(await resume(client, conversation, event["id"])).content])
        assert rest == events[cut + 1 :]
    done = await resume(client, conversation, events[-1]["id"])
    assert (done.status_code, done.content) == (204, b"")


async def test_the_query_can_say_where_to_go_on_too(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    events = parsed([await say(client, conversation, OPENING)])
    last = int(events[-1]["id"])
    response = await client.get(f"/api/v1/conversations/{conversation}/events?last_event_id={last - 1}")
    assert parsed([response.content]) == events[-1:]


@pytest.mark.parametrize("said", ["x", "-1", "1.5", "٣", "9" * 40])
async def test_a_last_event_id_that_is_none_is_refused(client: httpx.AsyncClient, said: str) -> None:
    response = await client.get(f"/api/v1/conversations/{await begin(client)}/events", params={"last_event_id": said})
    assert response.status_code == 422


async def test_a_repeated_client_id_replays_the_same_bytes(client: httpx.AsyncClient) -> None:
    conversation = await begin(client)
    first = await say(client, conversation, "四免是哪四免", "one")
    assert await say(client, conversation, "四免是哪四免", "one") == first
    assert len((await client.get(f"/api/v1/conversations/{conversation}")).json()["turns"]) == 1


async def test_a_stream_of_a_conversation_that_is_not_there_is_a_problem(client: httpx.AsyncClient) -> None:
    response = await client.post(f"/api/v1/conversations/{'0' * 32}/turns", json={"text": "您好"}, headers=SSE)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


async def collect(turn: Turn) -> bytes:
    sent: list[bytes] = []

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))

    response = await stream.turn_events(turn)
    assert isinstance(response, stream.EventSourceResponse)
    await response._stream_response(send)
    return b"".join(sent)


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\r", "\n", "\r\n", "\0"])
async def test_line_ends_inside_the_data_break_no_line(character: str) -> None:
    turn = Turn()
    data = {"index": 0, "kind": "echo", "text": f"一{character}二"}
    turn.publish([Event(1, 1, "answer.block", data)])
    turn.finish()
    content = await collect(turn)
    assert len(content.decode().splitlines()) == content.count(b"\n")
    assert json.loads(parsed([content])[0]["data"]) == data


async def test_private_events_stay_in_the_log() -> None:
    turn = Turn()
    turn.publish([Event(1, 1, "turn.started", {}), Event(2, 1, "utterance.read", {}), Event(3, 1, "turn.finished", {})])
    turn.finish()
    assert [event["id"] for event in parsed([await collect(turn)])] == ["1", "3"]


def splits(content: bytes, cuts: list[int]) -> Iterator[bytes]:
    edges = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    return (content[a:b] for a, b in itertools.pairwise(edges))


@given(st.text(), st.lists(st.integers(0, 10_000), max_size=8))
def test_any_text_survives_any_split(text: str, cuts: list[int]) -> None:
    line = stream.one_line({"text": text})
    content = f"id: 1\nevent: answer.block\ndata: {line}\n\n".encode()
    assert json.loads(parsed(splits(content, cuts))[0]["data"]) == {"text": text}
