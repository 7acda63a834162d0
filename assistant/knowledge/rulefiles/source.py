"""YAML whose every value knows its file and line, so that an error can say where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.errors import RuleError

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLEAN: Final = "tag:yaml.org,2002:bool"
_NULL: Final = "tag:yaml.org,2002:null"
_MANY: Final = 12
_MERGED: Final = "tag:yaml.org,2002:merge"


def suggestion(word: str, known: Iterable[str]) -> str:
    """「是否指“…”？」 with the nearest known name, or an empty string where none is near."""
    candidates = list(known)
    near = get_close_matches(word, candidates, n=1, cutoff=0.5)
    near = near or [name for name in candidates if len(word) > 1 and (word in name or name in word)][:1]
    return f"是否指“{near[0]}”？" if near else ""


def listing(words: Iterable[str]) -> str:
    """The words joined by 、, the first twelve of many.

    >>> listing(["甲", "乙"])
    '甲、乙'
    """
    known = list(words)
    more = f" 等 {len(known)} 种" if len(known) > _MANY else ""
    return "、".join(known[:_MANY]) + more


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a YAML text: a word, a list or a mapping, and where it stands (file:line)."""

    node: yaml.Node
    file: str
    first_line: int

    @property
    def where(self) -> str:
        """`file:line`, the line counted from 1 in the whole file."""
        return f"{self.file}:{self.first_line + self.node.start_mark.line}"

    def error(self, message: str) -> RuleError:
        """An error at this place, for the caller to raise."""
        return RuleError(self.where, message)

    @property
    def is_text(self) -> bool:
        """Whether this is a single word or sentence."""
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written here."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == _NULL

    def text(self) -> str:
        """The words as written; refuses lists, mappings, blanks, and words that YAML takes for a truth value."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("这里应是一句话，却写成了列表或分项。请写在冒号后面的同一行。")
        if self.node.tag == _BOOLEAN and not self.node.style:
            raise self.error(f"这里写了“{self.node.value}”，会被当成真假值。请改写成中文，例如“是”“否”。")
        if not self.node.value.strip():
            raise self.error("这里是空的。请填写内容，或删去这一行。")
        return str(self.node.value).strip()

    def raw(self) -> str:
        """The words as written, whatever YAML takes them for; for keys such as `true`."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("这里应是一个词。")
        return str(self.node.value).strip()

    def boolean(self) -> bool:
        """`true` or `false`."""
        word = self.raw()
        if word not in ("true", "false"):
            raise self.error(f"这里写了“{word}”，只接受 true 或 false。")
        return word == "true"

    def number(self) -> float:
        """A plain number."""
        word = self.raw()
        try:
            return float(word)
        except ValueError:
            raise self.error(f"这里写了“{word}”，应是阿拉伯数字，例如 3 或 0.5。") from None

    def day(self) -> date:
        """A date written 2017-01-01."""
        return day_in(self.raw(), self)

    def items(self) -> list[Entry]:
        """The entries of a list; a single word counts as a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error("这里应是一个列表，每项一行，以“- ”开头。")
        return [self._child(node) for node in self.node.value]

    def pairs(self) -> list[tuple[Entry, Entry]]:
        """Keys and values of a mapping in order; a key that stands twice is refused."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(self._no_mapping())
        seen: set[str] = set()
        pairs = []
        for key_node, value_node in self.node.value:
            key = self._child(key_node)
            if key_node.tag == _MERGED:
                raise key.error("这里不支持“<<”。请把内容写全。")
            word = key.raw()
            if word in seen:
                raise key.error(f"“{word}”写了两次。请合并成一项。")
            seen.add(word)
            pairs.append((key, self._child(value_node)))
        return pairs

    def fields(self, accepted: Iterable[str], required: Iterable[str] = ()) -> Mapping[str, Entry]:
        """The mapping by key, where only `accepted` keys may stand and `required` ones must."""
        names = list(accepted)
        found: dict[str, Entry] = {}
        for key, value in self.pairs():
            if key.raw() not in names:
                hint = suggestion(key.raw(), names)
                raise key.error(f"不认识“{key.raw()}”这一项。{hint}可写的有：{listing(names)}。")
            found[key.raw()] = value
        for name in required:
            if name not in found:
                raise self.error(f"缺少“{name}”这一项。")
        return found

    def texts(self) -> Iterator[str]:
        """Every word and sentence in this value, keys included, in order."""
        if isinstance(self.node, yaml.ScalarNode):
            yield str(self.node.value)
        elif isinstance(self.node, yaml.SequenceNode):
            for item in self.items():
                yield from item.texts()
        else:
            for key, value in self.pairs():
                yield key.raw()
                yield from value.texts()

    def _child(self, node: yaml.Node) -> Entry:
        return Entry(node, self.file, self.first_line)

    def _no_mapping(self) -> str:
        if isinstance(self.node, yaml.ScalarNode) and "：" in self.node.value:
            return f"“{_excerpt(self.node.value)}”用了全角冒号“：”，整行会被当成一句话。请改成半角冒号加空格“: ”。"
        return "这里应是“名称: 内容”的分项。"


def day_in(word: str, entry: Entry) -> date:
    """The date that a word writes as 2017-01-01; RuleError at `entry` where it does not."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise entry.error(f"日期“{word}”看不懂。请写成 2017-01-01 的样子。") from None


def _excerpt(text: str, limit: int = 20) -> str:
    line = text.strip().splitlines()[0] if text.strip() else ""
    return line if len(line) <= limit else line[:limit] + "…"


def read(root: Path, path: str) -> str:
    """The text of a file under the knowledge root; RuleError where it is missing or not UTF-8."""
    try:
        return (root / path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise RuleError(path, "没有找到这个文件。") from None
    except UnicodeDecodeError:
        raise RuleError(path, "文件不是 UTF-8 编码。请用记事本“另存为”，编码选 UTF-8。") from None


def parse(text: str, file: str, first_line: int = 1) -> Entry:
    """The YAML `text`, which begins at `first_line` of `file`; RuleError says how to mend what YAML cannot read."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, message = _unreadable(text.splitlines(), mark.line if mark else 0)
        raise RuleError(f"{file}:{first_line + line}", message) from None
    except yaml.YAMLError:
        raise RuleError(f"{file}:{first_line}", "这里有不能使用的字符，请删去控制字符和表情符号。") from None
    if node is None:
        raise RuleError(f"{file}:{first_line}", "这里是空的，没有任何内容。")
    return Entry(node, file, first_line)


def _unreadable(lines: list[str], line: int) -> tuple[int, str]:
    """Where and what to tell the author of lines that YAML refuses: the traps that authors fall into, likeliest first.

    YAML often notices a mistake only on the line after it.
    """
    for at in (line - 1, line):
        if 0 <= at < len(lines) and (trap := _trap(lines[at])):
            return at, trap
    shown = _excerpt(lines[line]) if 0 <= line < len(lines) else ""
    return line, f"“{shown}”这里读不下去。请检查缩进是否对齐、冒号后面是否有空格、行首有没有特殊符号。"


def _trap(line: str) -> str:
    """What is wrong with a line, where it is one of the usual traps; words in 「」 are the clause's own."""
    shown = _excerpt(line)
    words = re.sub("「[^」]*」", "", line).split("#")[0].rstrip()
    if words.startswith("　") or words.lstrip(" -").startswith("　"):
        return "行首用了全角空格。请改用半角空格缩进。"
    if "\t" in words:
        return "行首用了制表符（Tab）。请改用空格缩进。"
    if "：" in words:
        return f"“{shown}”用了全角冒号“：”。请改成半角冒号加空格“: ”。"
    if any(sign in words for sign in "<>≥≤"):
        return f"“{shown}”用了大于、小于号。请改写成“不少于”“少于”“多于”“不多于”。"
    if words.count(": ") > 1:
        return f"“{shown}”一行里有两个“: ”。请分成两行，或把后一个改成全角冒号。"
    return ""
