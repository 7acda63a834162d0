r"""The pattern language of `rules/terms/`: what people say, written almost as they say it.

| written | means |
| --- | --- |
| `甲乙` | these characters |
| `(甲\|乙)` | one of these |
| `[甲]`, `甲?` | perhaps this |
| `[甲\|乙]*`, `(甲\|乙)+` | up to four of these, one at least |
| `<name>` | one pattern of the word class of that name |
| `~` | up to 6 other characters |
| `…` | up to 16 other characters |
| `^`, `$` | the clause begins, ends here |
| `#` | a number; in number patterns, the place of the number that is looked at |
| `&乙&` | one or two characters, said again behind 乙 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

_SPECIAL: Final = frozenset("()[]<>|~…^$#&?*+")
_MOST: Final = 4
_REPEATS: Final = {"?": "?", "*": f"{{0,{_MOST}}}", "+": f"{{1,{_MOST}}}"}
_SAID: Final = r"(?P<said>\w{1,2})"
_SAID_AGAIN: Final = "(?P=said)"
_SIGNS: Final = {
    "&": _SAID,
    "~": r"(.{0,6}?)",
    "…": r"(.{0,16}?)",
    "^": r"\A",
    "$": r"\Z",
    "#": "[0-9.零〇一二两俩三仨四五六七八九十百半]{1,6}",
}
_LONGEST: Final = {"&": 2, "~": 6, "…": 16, "#": 6}
_EXPANSIONS: Final = 20_000
_LONG: Final = 400
"""In texts of so many characters, looking which patterns are possible takes as long as trying all of them."""


class PatternError(ValueError):
    """A pattern that cannot be read; `source` is the pattern."""

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        super().__init__(f"词语写法“{source}”有误：{problem}")


@dataclass(frozen=True, eq=False)
class Pattern:
    """One compiled pattern. Every match holds one of `needed` (where it is not empty), so others need not be tried.

    The groups of a match are the texts of its gaps. No match is longer than `longest`. Each pattern is equal to itself
    alone, so that it can be looked up quickly.
    """

    source: str
    expression: str
    needed: tuple[str, ...]
    longest: int

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression, compiled on first use."""
        return re.compile(self.expression)

    def possible(self, text: str) -> bool:
        """Whether the text can hold a match at all: a cheap test before the search."""
        for word in self.needed:  # the hottest loop of a reading: no generator here
            if word in text:
                return True
        return not self.needed

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in the text that are not empty, from left to right."""
        if self.possible(text):
            yield from (match for match in self.regex.finditer(text) if match.end() > match.start())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, or None."""
        return self.regex.search(text) if self.possible(text) else None

    def covers(self, text: str) -> bool:
        """Whether the whole text is a match."""
        return self.possible(text) and self.regex.fullmatch(text) is not None


@dataclass(frozen=True)
class NumberPattern:
    """Words around a number: `left` ends where it begins, `right` begins where it ends."""

    source: str
    left: Pattern
    right: Pattern

    def fits(self, before: str, after: str) -> bool:
        """Whether the text before the number and the text after it fit."""
        if not (self.left.possible(before) and self.right.possible(after)):
            return False
        start = max(len(before) - self.left.longest - 1, 0)  # the left ends where the text does, or before a last \n
        return self.right.regex.match(after) is not None and self.left.regex.search(before, start) is not None


@dataclass(frozen=True, eq=False)
class PatternSet:
    """Patterns that mean the same; each set is equal to itself alone, so that it can be looked up quickly."""

    patterns: tuple[Pattern, ...]

    @cached_property
    def _words(self) -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
        """The needed words by their first character, each with the places of the patterns that need it."""
        places: dict[str, list[int]] = {}
        for place, pattern in enumerate(self.patterns):
            for word in pattern.needed:
                places.setdefault(word, []).append(place)
        by_first: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        for word, held in places.items():
            by_first.setdefault(word[0], []).append((word, tuple(held)))
        return {first: tuple(words) for first, words in by_first.items()}

    @cached_property
    def longest(self) -> int:
        """No match is longer."""
        return max((pattern.longest for pattern in self.patterns), default=0)

    @cached_property
    def _free(self) -> tuple[int, ...]:
        """The places of the patterns that need no word."""
        return tuple(place for place, pattern in enumerate(self.patterns) if not pattern.needed)

    @cached_property
    def can_match(self) -> Callable[..., re.Match[str] | None]:
        """Looks whether a text can hold a match at all: few can, and no call of a reading is made as often as this."""
        words = sorted((word for held in self._words.values() for word, _ in held), key=len)
        return re.compile("" if self._free else "|".join(map(re.escape, words)) or r"(?!)").search

    def prepare(self) -> PatternSet:
        """The same set, ready for the first text."""
        _ = self._words, self._free, self.can_match
        return self

    def _possible(self, text: str) -> Sequence[Pattern]:
        """The patterns that the text can match at all, in order: words are looked for by their first character."""
        words = self._words
        hits: list[int] = []
        for char in words if len(text) > len(words) else text:
            for word, held in words.get(char, ()):
                if word in text:
                    hits += held
        return [self.patterns[place] for place in sorted({*self._free, *hits})]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of all patterns, pattern by pattern."""
        return self._matches(text) if self.can_match(text) else iter(())

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        for pattern in self._possible(text):
            for match in pattern.regex.finditer(text):
                if match.end() > match.start():
                    yield match

    def blank(self, text: str, mark: str = " ") -> str:
        """The text with `mark` for every character that a match holds; the others keep their places."""
        if not self.can_match(text):
            return text
        for match in self._matches(text):
            text = text.replace(match.group(), mark * len(match.group()))
        return text

    def match(self, text: str) -> Iterator[re.Match[str]]:
        """The matches with which the text begins, one a pattern at most."""
        possible = self._possible(text) if self.can_match(text) else ()
        return (match for pattern in possible if (match := pattern.regex.match(text)) is not None)

    def search(self, text: str) -> re.Match[str] | None:
        """A match of one of the patterns, the earliest in the text and then the longest; None where none matches."""
        if not self.can_match(text):
            return None
        found = (match for pattern in self._possible(text) if (match := pattern.regex.search(text)))
        return min(found, key=lambda match: (match.start(), -match.end()), default=None)

    def __contains__(self, text: str) -> bool:
        if not self.can_match(text):
            return False
        return any(pattern.regex.search(text) is not None for pattern in self._possible(text))

    def within(self, text: str) -> frozenset[Pattern]:
        """The patterns to try on the clauses of a text: those which it can match; all, where most of a long one can."""
        return self._all if len(text) > _LONG else frozenset(self._possible(text))

    @cached_property
    def _all(self) -> frozenset[Pattern]:
        return frozenset(self.patterns)

    def covers(self, text: str) -> bool:
        """Whether the whole text is a match of one of them."""
        if not self.can_match(text):
            return False
        return any(pattern.regex.fullmatch(text) is not None for pattern in self._possible(text))


@dataclass(frozen=True, slots=True)
class _Part:
    expression: str
    words: tuple[str, ...] | None
    texts: tuple[str, ...] | None
    longest: int


class PatternCompiler:
    """Compiles patterns against named word classes; a class may use classes defined before or after it."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self._parts: dict[str, _Part] = {}

    def compile(self, source: str) -> Pattern:
        """One pattern; PatternError where it cannot be read."""
        part = self._parse(source)
        expression = part.expression.replace(_SAID, _SAID_AGAIN).replace(_SAID_AGAIN, _SAID, 1)
        pattern = Pattern(source, expression, part.words or (), part.longest)
        _ = pattern.regex  # compiled now, so that no utterance waits for it
        return pattern

    def compile_all(self, sources: Iterable[str]) -> PatternSet:
        """A set of patterns."""
        return PatternSet(tuple(self.compile(str(source)) for source in sources)).prepare()

    def compile_number(self, source: str) -> NumberPattern:
        """A pattern with exactly one `#`."""
        before, mark, after = source.partition("#")
        if not mark or "#" in after:
            raise PatternError(source, "应有且只有一个 #")
        left, right = self._parse(before), self._parse(after)
        return NumberPattern(
            source,
            Pattern(before, f"(?:{left.expression})$", left.words or (), left.longest),
            Pattern(after, right.expression, right.words or (), right.longest),
        )

    def expand(self, source: str) -> tuple[str, ...]:
        """All texts that a pattern without gaps means."""
        texts = self._parse(source).texts
        if texts is None:
            raise PatternError(source, "这里不能用 ~ … ^ $")
        return texts

    def _parse(self, source: str) -> _Part:
        part, rest = self._alternatives(source, 0, "")
        if rest != len(source):
            raise PatternError(source, f"第 {rest + 1} 个字符“{source[rest]}”多余")
        return part

    def _alternatives(self, source: str, at: int, closing: str) -> tuple[_Part, int]:
        branches: list[_Part] = []
        while True:
            part, at = self._sequence(source, at)
            branches.append(part)
            if at < len(source) and source[at] == "|":
                at += 1
                continue
            break
        if closing:
            if at >= len(source) or source[at] != closing:
                raise PatternError(source, f"缺少“{closing}”")
            at += 1
        return _either(branches), at

    def _sequence(self, source: str, at: int) -> tuple[_Part, int]:
        parts: list[_Part] = []
        while at < len(source) and source[at] not in ")]|":
            part, at = self._item(source, at)
            if at < len(source) and source[at] in _REPEATS:
                part, at = _repeated(part, source[at]), at + 1
            parts.append(part)
        return _joined(parts), at

    def _item(self, source: str, at: int) -> tuple[_Part, int]:
        char = source[at]
        if char == "(":
            return self._alternatives(source, at + 1, ")")
        if char == "[":
            part, after = self._alternatives(source, at + 1, "]")
            return (part if source[after : after + 1] in {"*", "+"} else _repeated(part, "?")), after
        if char == "<":
            return self._class(source, at)
        if char in _SIGNS:
            return _Part(_SIGNS[char], None, None, _LONGEST.get(char, 0)), at + 1
        if char in _SPECIAL:
            raise PatternError(source, f"第 {at + 1} 个字符“{char}”在这里没有意义")
        return _literal(source, at)

    def _class(self, source: str, at: int) -> tuple[_Part, int]:
        end = source.find(">", at)
        name = source[at + 1 : end]
        if end < 0 or name not in self._classes:
            raise PatternError(source, f"没有名为“{name}”的词类")
        if name not in self._parts:
            self._parts[name] = _Part("", None, None, 0)  # a class that uses itself is empty there
            self._parts[name] = _either([self._parse(each) for each in self._classes[name]])
        return self._parts[name], end + 1


def _literal(source: str, at: int) -> tuple[_Part, int]:
    end = at
    while end < len(source) and source[end] not in _SPECIAL:
        end += 1
    if end - at > 1 and source[end : end + 1] in set(_REPEATS):
        end -= 1  # the mark of repetition belongs to the last character only
    word = source[at:end]
    return _Part(re.escape(word), (word,), (word,), len(word)), end


def _repeated(part: _Part, mark: str) -> _Part:
    texts = ("", *part.texts) if mark == "?" and part.texts is not None else None
    longest = part.longest * (1 if mark == "?" else _MOST)
    return _Part(f"(?:{part.expression}){_REPEATS[mark]}", part.words if mark == "+" else None, texts, longest)


def _either(branches: Sequence[_Part]) -> _Part:
    if len(branches) == 1:
        return branches[0]
    known = all(branch.words for branch in branches)
    words = tuple(dict.fromkeys(word for branch in branches for word in branch.words or ())) if known else None
    finite = all(branch.texts is not None for branch in branches)
    texts = tuple(text for branch in branches for text in branch.texts or ()) if finite else None
    ordered = sorted(branches, key=lambda branch: -len(branch.expression))
    longest = max(branch.longest for branch in branches)
    return _Part(f"(?:{'|'.join(branch.expression for branch in ordered)})", words, texts, longest)


def _joined(parts: Sequence[_Part]) -> _Part:
    expression = "".join(part.expression for part in parts)
    candidates = [part.words for part in parts if part.words]
    words = max(candidates, key=lambda each: (min(map(len, each)), -len(each)), default=None)
    texts: tuple[str, ...] | None = None
    if all(part.texts is not None for part in parts):
        size = 1
        for part in parts:
            size *= len(part.texts or ())
        if size <= _EXPANSIONS:
            texts = tuple("".join(each) for each in product(*(part.texts or () for part in parts)))
    return _Part(expression, words, texts, sum(part.longest for part in parts))
