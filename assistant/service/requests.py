"""What the API takes: bounded, strict about types, and in Chinese where something is wrong."""

from __future__ import annotations

import math
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic import StrictStr as Str
from pydantic.types import StringConstraints

from assistant.domain.fact import Bound, Case, FactValue

_FIRST_YEAR, _LAST_YEAR = 1949, 2199
_LARGEST = 10**9
_LONGEST_VALUE = 200


def _date(value: object) -> object:
    """Dates are written out; numbers that pydantic would take for seconds are refused."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != len("2026-11-24"):
        raise ValueError("应为日期，如 2026-11-24")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise ValueError("没有这一天，应为日期，如 2026-11-24") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"年份应在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间")
    return day


def _no_controls(value: str) -> str:
    if "\0" in value:
        raise ValueError("含有空字符，请删去后再发")
    return value


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("应为数字")
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError("数字过大")
    return value


def _value(value: object) -> object:
    """One check for all kinds of values, so that one thing is said where none fits."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        if not isinstance(value, int | float):
            raise ValueError("应为文字、数字、true 或 false")
        return _number(value)
    if len(value) > _LONGEST_VALUE:
        raise ValueError(f"超过 {_LONGEST_VALUE} 字，请缩短")
    return _no_controls(value)


def _said(value: str) -> str:
    if not value.strip():
        raise ValueError("请先说一句话")
    return value


Day = Annotated[date, BeforeValidator(_date)]
Text = Annotated[
    Str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_no_controls), AfterValidator(_said)
]
Id = Annotated[Str, StringConstraints(min_length=1, max_length=200), AfterValidator(_no_controls)]
Number = Annotated[float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Value = Annotated[
    FactValue,
    PlainValidator(_value),
    WithJsonSchema({"anyOf": [{"type": kind} for kind in ("boolean", "number", "string")]}),
]


class Request(BaseModel):
    """A body that is sent to us: a misspelt field is an error, not silence."""

    model_config = ConfigDict(extra="forbid")


class NewConversation(Request):
    """How a conversation begins."""

    as_of: Day | None = Field(None, description="The date that rules are read at; today in Asia/Shanghai by default.")
    channel: Annotated[Str, StringConstraints(max_length=40), AfterValidator(_no_controls)] = Field(
        "", description="Where the person writes from: web, wechat …"
    )


class NewTurn(Request):
    """What the person says."""

    text: Text = Field(description="1 to 2000 characters.")
    client_id: Id | None = Field(None, description="The same again returns the stored turn and changes nothing.")


class FormFacts(Request):
    """Facts that a form or an officer sets; null takes one back."""

    facts: dict[Id, Value | None] = Field(min_length=1, max_length=100)


class Utterance(Request):
    """One utterance to be understood with no conversation."""

    text: Text
    asked: Id | None = Field(None, description="The fact that was just asked for.")
    as_of: Day | None = None


class BoundGiven(Request):
    """What is said of a number that is not known."""

    at_least: Number | None = None
    below: Number | None = None


class Applicant(Request):
    """Facts to decide from."""

    facts: dict[Id, Value] = Field(max_length=100)
    bounds: dict[Id, BoundGiven] = Field(default_factory=dict, max_length=100)
    entitlements: list[Id] | None = Field(None, max_length=100, description="All of them by default.")
    as_of: Day | None = None

    def case(self) -> Case:
        """The facts and bounds as the reasoning takes them."""
        return Case(self.facts, {fact: Bound(at_least=b.at_least, below=b.below) for fact, b in self.bounds.items()})
