"""Errors as people and programs read them: application/problem+json (RFC 9457), the detail in Chinese."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import ConversationNotFound, FactError, InputError, StoreError, TurnConflict, WenceError

MEDIA_TYPE: Final = "application/problem+json"
_logger = logging.getLogger(__name__)

_TITLES: Final[Mapping[int, str]] = {
    400: "请求无法识别",
    401: "需要口令",
    403: "不允许",
    404: "没有找到",
    405: "不支持这种请求方式",
    406: "不支持这种返回格式",
    409: "上一句还在处理",
    413: "内容过大",
    415: "不支持这种内容格式",
    422: "内容有误",
    429: "请求过于频繁",
    500: "服务出错",
    503: "服务尚未就绪",
}
_DETAILS: Final[Mapping[int, str]] = {
    404: "没有这个地址，请核对路径。",
    405: "这个地址不支持这种请求方式，请核对接口说明。",
}


class Problem(Exception):
    """An answer that says what is wrong and how to mend it; `fields` are added to the JSON."""

    def __init__(self, status: int, detail: str, **fields: Any) -> None:
        self.status = status
        self.detail = detail
        self.fields = fields
        super().__init__(detail)

    def body(self) -> dict[str, Any]:
        """The problem object, as sent and as streamed."""
        return problem(self.status, self.detail, **self.fields)


def problem(status: int, detail: str, **fields: Any) -> dict[str, Any]:
    """A problem object: type, title, status, detail, and what else is known."""
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, **fields}


def response(status: int, detail: str, headers: Mapping[str, str] | None = None, **fields: Any) -> JSONResponse:
    """The problem as an HTTP response."""
    return JSONResponse(problem(status, detail, **fields), status, headers, media_type=MEDIA_TYPE)


def of(error: Exception) -> Problem:
    """The problem that an error of ours amounts to; anything unforeseen is a 500 that tells nothing of the inside."""
    match error:
        case Problem():
            return error
        case ConversationNotFound():
            return Problem(404, str(error))
        case TurnConflict():
            return Problem(409, str(error))
        case FactError():
            return Problem(422, str(error), fact=error.fact)
        case InputError():
            return Problem(422, str(error))
        case StoreError():
            return Problem(503, "事件日志的数据库暂时用不了，请稍后再发。")
        case _:
            return Problem(500, "服务内部出错，您的话已保留，可稍后重发，或拨打人工热线。")


def install(app: FastAPI) -> None:
    """Make every error of the application a problem."""

    async def ours(_request: Request, error: Exception) -> JSONResponse:
        found = of(error)
        if found.status >= 500:
            _logger.error("a request failed", exc_info=error)
        return response(found.status, found.detail, **found.fields)

    async def http(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        said = error.detail if any("\u4e00" <= c <= "\u9fff" for c in error.detail) else None
        detail = said or _DETAILS.get(error.status_code) or _TITLES.get(error.status_code) or error.detail
        return response(error.status_code, detail, error.headers)

    async def invalid(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        inside = [{**one, "loc": one["loc"][1:]} for one in error.errors()]  # without "body", "query", "path"
        listed = [{"where": _where(one["loc"]), "detail": _say(one)} for one in inside[:20]]
        return response(422, explain(inside), errors=listed)

    app.add_exception_handler(Problem, ours)
    app.add_exception_handler(WenceError, ours)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, ours)


def explain(errors: Sequence[Mapping[str, Any]]) -> str:
    """The first of pydantic's errors as one sentence: where each is, and what is accepted."""
    said = dict.fromkeys(f"{_where(e['loc'])}：{_say(e)}" if _where(e["loc"]) else _say(e) for e in errors)
    return "；".join(list(said)[:3]) + "。"


def _where(location: Iterable[str | int]) -> str:
    parts = [str(part) for part in location]
    return ".".join(part for part in parts if not part.isdigit())


_SAYINGS: Final[Mapping[str, str]] = {
    "missing": "缺少这一项",
    "json_invalid": "不是合法的 JSON，请检查引号、逗号和括号",
    "string_type": "应为文字",
    "string_unicode": "含有无法识别的字符",
    "string_too_short": "不能为空",
    "string_too_long": "超过 {max_length} 字，请缩短",
    "string_pattern_mismatch": "格式不对",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数字",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "date_type": "应为日期，如 2026-11-24",
    "date_parsing": "应为日期，如 2026-11-24",
    "date_from_datetime_parsing": "应为日期，如 2026-11-24",
    "dict_type": "应为一组“名称: 值”",
    "model_attributes_type": "应为一个 JSON 对象",
    "model_type": "应为一个 JSON 对象",
    "list_type": "应为一个列表",
    "too_long": "项数过多，最多 {max_length} 项",
    "too_short": "不能为空",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "extra_forbidden": "没有这一项，请核对名称",
    "literal_error": "不在可选范围内",
}


def _say(error: Mapping[str, Any]) -> str:
    """One line of Chinese for one of pydantic's errors; our own validators speak Chinese already."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    context = error.get("ctx") or {}
    return _SAYINGS.get(error["type"], "格式不对").format_map(context)
