"""What people asked in vain: refused, not understood, or thumbed down; the like together, the most frequent first."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Final, Literal

from rapidfuzz import fuzz, process

from assistant.bootstrap import Store
from assistant.storage.log import Logged

Why = Literal["refused", "not_understood", "thumbed_down"]

LIMIT: Final = 5000
"""How many events are looked back upon."""

_CHINA: Final = timezone(timedelta(hours=8))
_ALIKE: Final = 62.0
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_ACTS: Final[Mapping[str, Why]] = {"out_of_scope": "refused", "clarify": "not_understood"}
_LABELS: Final[Mapping[Why, str]] = {"refused": "不在范围", "not_understood": "没听懂", "thumbed_down": "答得不好"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was not answered well: in which conversation and turn, why it is listed, what was replied."""

    text: str
    why: Why
    conversation: str
    turn: int
    at: datetime
    reply: str = ""
    reason: str = ""

    @property
    def when(self) -> str:
        """When it was asked, on the clocks of those who read it."""
        return self.at.astimezone(_CHINA).strftime("%Y-%m-%d %H:%M")

    @property
    def label(self) -> str:
        """Why it is listed, in words."""
        return _LABELS[self.why]


@dataclass(slots=True)
class Group:
    """Questions that are alike; the first is the newest and stands for them."""

    members: list[Asked] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The question that stands for the others."""
        return self.members[0].text

    @property
    def labels(self) -> str:
        """Why its members are listed, each reason once."""
        return "、".join(dict.fromkeys(member.label for member in self.members))


class Unanswered:
    """Reads the event log; what was erased is not in it any more."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def groups(self) -> list[Group]:
        """All groups, the largest first, then the newest."""
        entries = await self._store.recent(("turn.started", "turn.finished", "feedback.given"), LIMIT)
        return group(find(entries))


def find(entries: Sequence[Logged]) -> list[Asked]:
    """The questions in `entries` (newest first) that were not answered well, newest first."""
    said = {_key(entry): entry for entry in entries if entry.event.type == "turn.started"}
    replied = {_key(entry): entry.event.data for entry in entries if entry.event.type == "turn.finished"}
    rated: dict[tuple[str, int], Mapping[str, Any]] = {}
    for entry in entries:
        if entry.event.type == "feedback.given":
            rated.setdefault((entry.conversation, entry.event.data["turn"]), entry.event.data)
    found = []
    for key, entry in said.items():
        answer, opinion = replied.get(key), rated.get(key, {})
        text = entry.event.data.get("text", "")
        why = _why(answer, opinion)
        if answer and text and why:
            reason = opinion.get("reason", "")
            found.append(Asked(text, why, entry.conversation, entry.event.turn, entry.at, answer["text"], reason))
    return found


def group(asked: Sequence[Asked]) -> list[Group]:
    """Put the like together: each joins the group whose first member it resembles most, or begins one."""
    leaders: list[str] = []
    groups: list[Group] = []
    for one in asked:
        bare = _bare(one.text)
        nearest = process.extractOne(bare, leaders, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if nearest:
            groups[nearest[2]].members.append(one)
        else:
            leaders.append(bare)
            groups.append(Group([one]))
    return sorted(groups, key=lambda found: -len(found.members))


def as_csv(groups: Sequence[Group]) -> str:
    """One line a question, its group numbered; opens in a spreadsheet, which takes no text for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["组", "同类数", "问题", "原因", "说明", "当时的答复", "时间", "对话", "轮次"])
    for number, found in enumerate(groups, 1):
        for one in found.members:
            cells = (one.text, one.label, one.reason, one.reply)
            writer.writerow([number, len(found.members), *map(_inert, cells), one.when, one.conversation, one.turn])
    return "\ufeff" + out.getvalue()


def _why(answer: Mapping[str, Any] | None, opinion: Mapping[str, Any]) -> Why | None:
    if opinion.get("rating") == "down":
        return "thumbed_down"
    return _ACTS.get((answer or {}).get("act", ""))


def _key(entry: Logged) -> tuple[str, int]:
    return entry.conversation, entry.event.turn


def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", text).lower()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
