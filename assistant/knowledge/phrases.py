"""Reads rules/phrases/ and three files of rules/terms/: how people ask, and what they ask that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.domain.document import ClauseId
from assistant.errors import RuleError
from assistant.retrieval.phrases import Counting, Phrases, Phrasing, Topic

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OFF_TOPIC: Final = "rules/terms/off_topic.yaml"
_KINDS: Final = ("matter", "attribute")
_COUNTING: Final = ("first", "last", "from_last", "before")
_TOPIC_KEYS: Final = ("id", "kind", "words", "patterns", "unless", "stated", "decisive")


def load_phrases(root: Path) -> Phrases:
    """All phrasings and words under `root`/rules; RuleError names the file and what is wrong with it."""
    lay_words = _read(root, root / "rules/terms/lay_words.yaml")
    declined = _read(root, root / "rules/terms/declined.yaml")
    off_topic = _read(root, root / _OFF_TOPIC)
    return Phrases(
        phrasings=tuple(
            phrasing
            for path in sorted((root / "rules/phrases").glob("*.yaml"))
            for phrasing in _phrasings(_where(root, path), _read(root, path))
        ),
        lay={str(lay): tuple(map(str, words)) for lay, words in (lay_words.get("lay") or {}).items()},
        fillers=tuple(map(str, lay_words.get("fillers") or ())),
        personal=tuple(map(str, lay_words.get("personal") or ())),
        generic=tuple(map(str, lay_words.get("generic") or ())),
        lookalikes=tuple(map(str, lay_words.get("lookalikes") or ())),
        topics=tuple(_topic(_OFF_TOPIC, entry) for entry in off_topic.get("topics") or ()),
        declined=tuple(str(text) for texts in declined.values() for text in texts or ()),
        counting=_counting(lay_words.get("counting") or {}),
    )


def _counting(entry: Mapping[str, Any]) -> Counting:
    return Counting(**{key: tuple(map(str, entry.get(key) or ())) for key in _COUNTING})


def _phrasings(where: str, content: Mapping[str, Any]) -> Iterator[Phrasing]:
    document = content.get("document")
    if not isinstance(document, str):
        raise RuleError(where, "缺少 document（文件编号，与 corpus/ 下的文件夹同名）。")
    for entry in content.get("clauses") or ():
        number = entry.get("clause")
        if not isinstance(number, int):
            raise RuleError(where, f"clause 应是条款序号，现在是“{number}”。")
        clause = ClauseId(document, number)
        for text in entry.get("asks") or ():
            yield Phrasing(_text(where, number, text), clause)
        for entitlement, texts in (entry.get("entitlements") or {}).items():
            for text in texts:
                yield Phrasing(_text(where, number, text), clause, str(entitlement))


def _text(where: str, number: int, text: object) -> str:
    if not isinstance(text, str | int) or not str(text).strip():
        raise RuleError(where, f"第 {number} 条下有一句不是文字：“{text}”。")
    return str(text)


def _topic(where: str, entry: Mapping[str, Any]) -> Topic:
    name = str(entry.get("id", ""))
    unknown = [key for key in entry if key not in _TOPIC_KEYS]
    if unknown:
        raise RuleError(where, f"“{name}”下不认识“{unknown[0]}”，可用的有：{'、'.join(_TOPIC_KEYS)}。")
    if entry.get("kind") not in _KINDS:
        raise RuleError(where, f"“{name}”的 kind 应是 {'、'.join(_KINDS)} 之一，现在是“{entry.get('kind')}”。")
    return Topic(
        name,
        str(entry["kind"]),
        words=tuple(map(str, entry.get("words") or ())),
        patterns=_regular(where, name, entry.get("patterns") or ()),
        unless=tuple(map(str, entry.get("unless") or ())),
        stated=_regular(where, name, entry.get("stated") or ()),
        decisive=entry.get("decisive") is True,
    )


def _regular(where: str, name: str, patterns: Iterable[object]) -> tuple[str, ...]:
    """The patterns, each a well-formed regular expression."""
    found = tuple(map(str, patterns))
    for pattern in found:
        try:
            re.compile(pattern)
        except re.error as error:
            raise RuleError(where, f"“{name}”的正则式“{pattern}”写错了：{error}。") from error
    return found


def _read(root: Path, path: Path) -> dict[str, Any]:
    where = _where(root, path)
    try:
        content = yaml.load(path.read_text("utf-8"), _LOADER)
    except FileNotFoundError:
        return {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RuleError(f"{where}:{mark.line + 1}" if mark else where, f"YAML 写错了：{error}") from error
    if not isinstance(content, dict):
        raise RuleError(where, "应是“名称: 值”的列表。")
    return content


def _where(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
