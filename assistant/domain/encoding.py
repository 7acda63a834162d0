"""Domain values to plain JSON and back, in exactly the shapes of docs/contract.md.

The log holds this JSON, the API sends it, and a fold over the log decodes what it needs. Encoding is a function of the
value alone, so that equal answers are equal byte for byte once serialised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from assistant.domain import utterance
from assistant.domain.answer import Answer, Block
from assistant.domain.fact import Bound
from assistant.domain.utterance import Command

T = TypeVar("T")

COMMANDS: Final[Mapping[str, type]] = {
    re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(): kind for kind in get_args(utterance.Command)
}
"""Command names in JSON (`set_fact`, `dont_know` …) to their types."""

_NAMES: Final[Mapping[type, str]] = {kind: name for name, kind in COMMANDS.items()}
_PLAIN: Final = frozenset({str, int, float, bool, NoneType})
_SPARSE: Final[tuple[type, ...]] = (Bound, Block)
"""Types whose empty (None) fields are left out of the JSON."""


def encode(value: Any) -> Any:
    """`value` as dicts, lists, strings, numbers, booleans and None.

    >>> encode(Bound(below=3.0, quote="不到三年", turn=2))
    {'below': 3.0, 'quote': '不到三年', 'turn': 2}
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Answer):
        return _encode_answer(value)
    if type(value) in _NAMES:
        return {"command": _NAMES[type(value)], **_encode_fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return _encode_fields(value)
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(encode(item) for item in value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def decode(kind: type[T], data: Any) -> T:
    """The value of type `kind` that was encoded as `data`; fields that `data` lacks take their defaults.

    >>> decode(Bound, {"at_least": 30})
    Bound(at_least=30, below=None, quote='', turn=0)
    """
    decoded: T = _decode(kind, data)
    return decoded


def decode_command(data: Mapping[str, Any]) -> Command:
    """The command that was encoded as `data`.

    >>> decode_command({"command": "deny", "fact": "age"})
    Deny(fact='age', value=None, quote='')
    """
    command: Command = _decode_fields(COMMANDS[data["command"]], data)
    return command


def _encode_answer(answer: Answer) -> dict[str, Any]:
    data = _encode_fields(answer)
    head = {key: data.pop(key) for key in ("conversation", "turn", "act")}
    return {**head, "text": answer.text, **data}


def _encode_fields(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    data = {name: encode(getattr(value, name)) for name in _field_names(kind)}
    if isinstance(value, _SPARSE):
        return {key: item for key, item in data.items() if item is not None}
    return data


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode_fields(kind: type, data: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    given = {field.name: _decode(hints[field.name], data[field.name]) for field in fields(kind) if field.name in data}
    lacking = [field.name for field in fields(kind) if field.name not in given and _required(field)]
    if lacking:
        raise ValueError(f"{kind.__name__} lacks {', '.join(lacking)}")
    return kind(**given)


def _required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _decode(kind: Any, data: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _decode_union(arguments, data)
    if origin is tuple:
        return tuple(_decode(arguments[0], item) for item in data)
    if origin is frozenset:
        return frozenset(_decode(arguments[0], item) for item in data)
    if origin is not None and issubclass(_as_class(origin), Mapping):
        return {key: _decode(arguments[1], item) for key, item in data.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return _decode_fields(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return date.fromisoformat(data) if kind is date and isinstance(data, str) else data


def _decode_union(arguments: tuple[Any, ...], data: Any) -> Any:
    if data is None and NoneType in arguments:
        return None
    structured = [kind for kind in arguments if kind is not NoneType]
    return _decode(structured[0], data) if len(structured) == 1 else data


def _as_class(origin: Any) -> type:
    return origin if isinstance(origin, type) else object
