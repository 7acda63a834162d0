"""`wence ask`, `wence search` and `wence check`: one question, one answer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.bootstrap import Engine, build_engine, today
from assistant.cli.screen import Screen
from assistant.domain.encoding import encode
from assistant.domain.proof import Decision, Outcome
from assistant.errors import InputError
from assistant.retrieval.search import Hit
from assistant.service import problems
from assistant.service.knowledge import found
from assistant.service.requests import Applicant
from assistant.settings import read_settings


def ask(arguments: argparse.Namespace) -> int:
    """One question in a conversation of its own."""
    question = arguments.question.strip()
    if not 1 <= len(question) <= 2000:
        raise InputError("问题应为 1 到 2000 字。")
    assistant = build_engine(read_settings()).assistant
    log = list(assistant.greet("0" * 32, arguments.as_of or today()))
    answer = list(assistant.turn(log, question))[-1].data
    if arguments.json:
        _print_json(answer)
    else:
        Screen().answer(answer)
    return 0


def search(arguments: argparse.Namespace) -> int:
    """Clauses that hold what is looked for, matches highlighted."""
    engine, screen = build_engine(read_settings()), Screen()
    result = engine.search.search(" ".join(arguments.words), limit=arguments.k)
    if arguments.json:
        _print_json(found(engine, result))
        return 0
    if arguments.explain:
        for original, repaired in result.repairs:
            print(f"“{original}”按“{repaired}”也找了")
        print("\n".join(result.evidence.lines()))
    if result.refused or not result.hits:
        print("没有找到足够贴切的条款。")
    for hit in result.hits:
        print(screen.bold(_title(engine, hit)) + f"  {hit.score:.2f}")
        print("  " + screen.marked(engine.library.clause(hit.clause).text, hit.spans))
    for hit in result.nearby:
        print(f"文件里相近的：{_title(engine, hit)}")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Decisions from a file of facts."""
    applicant = _applicant(arguments.facts)
    engine = build_engine(read_settings())
    as_of = arguments.as_of or applicant.as_of or today()
    checked = engine.check(applicant.case(), as_of, arguments.entitlement or applicant.entitlements)
    if arguments.json:
        _print_json({"decisions": encode(checked.decisions), "ask_next": checked.ask_next})
        return 0
    for decision in checked.decisions:
        print(_line(engine, decision))
    if checked.ask_next:
        fact = engine.facts[checked.ask_next]
        print(f"\n最值得再问的：{fact.label}（{fact.id}）")
    return 0


def _title(engine: Engine, hit: Hit) -> str:
    return f"{engine.library.name(hit.clause)}  {engine.library.heading(hit.clause)}"


def _line(engine: Engine, decision: Decision) -> str:
    outcome = engine.library.wording.say(f"outcome.{decision.outcome.value}")
    clause = engine.library.clause(decision.clause)
    return "  ".join([outcome, f"{decision.label}（{clause.label}）", *_remarks(engine, decision)])


def _remarks(engine: Engine, decision: Decision) -> Iterator[str]:
    """What is open, who decides, what is lacking, and from when on it is met."""
    if decision.missing:
        yield f"尚缺：{'、'.join(engine.facts[fact].label for fact in decision.missing)}"
    if decision.outcome is Outcome.NEEDS_DETERMINATION:
        yield f"须认定：{'、'.join(f'{d.label}（{d.by}）' for d in decision.determinations)}"
    for lack in decision.short_by:
        yield f"{engine.facts[lack.fact].label} {lack.have:g}{lack.unit}，须满 {lack.need:g}{lack.unit}"
    if decision.earliest:
        yield f"{decision.earliest.date} 起符合"


def _applicant(name: str) -> Applicant:
    """What the file says: bare facts, or all that POST /check takes."""
    try:
        data = json.loads(sys.stdin.read() if name == "-" else Path(name).read_text("utf-8"))
    except FileNotFoundError:
        raise InputError(f"没有文件 {name}。") from None
    except IsADirectoryError:
        raise InputError(f"{name} 是文件夹，应是一个 JSON 文件。") from None
    except OSError as error:
        raise InputError(f"读不了 {name}：{error.strerror}。") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} 不是 UTF-8 编码的文字文件。") from None
    except json.JSONDecodeError as error:
        raise InputError(f"{name} 第 {error.lineno} 行不是合法的 JSON。") from None
    if not isinstance(data, dict):
        raise InputError(f'{name} 应是一个 JSON 对象，形如 {{"age": 56}}。')
    try:
        return Applicant.model_validate(data if isinstance(data.get("facts"), dict) else {"facts": data})
    except ValidationError as error:
        raise InputError(f"{name} 中 {problems.explain(error.errors())}") from None


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
