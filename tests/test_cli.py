"""The program from outside: what it prints, what it says of bad usage, and that nobody ever sees a traceback.

Most of it runs in this process, on one engine built once; a few tests start the real thing.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import bootstrap, cli
from assistant.cli import answers, chat, serve
from assistant.settings import Settings

REPOSITORY = Path(__file__).parent.parent


@dataclass(frozen=True)
class Result:
    returncode: int
    stdout: str
    stderr: str


Wence = Callable[..., Result]


@pytest.fixture
def wence(engine: bootstrap.Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Wence:
    monkeypatch.chdir(REPOSITORY)
    for module in (answers, chat):
        monkeypatch.setattr(module, "build_engine", lambda settings: engine)
    monkeypatch.setattr(serve.bootstrap, "build_engine", lambda settings: engine)

    def run(*words: str, given: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        try:
            status = cli.main(words)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        return Result(status, *capsys.readouterr())

    return run


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "assistant.cli", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        cwd=REPOSITORY,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "命令"),
        (("fly",), "fly"),
        (("ask",), "问题"),
        (("ask", "问", "--as-of", "明天"), "2026-11-24"),
        (("ask", ""), "1 到 2000 字"),
        (("ask", "问" * 2001), "1 到 2000 字"),
        (("search", "词", "-k", "0"), "1 到 1000"),
        (("check", "nowhere.json"), "nowhere.json"),
        (("check", "-", "--entitlement", "defered_retirement"), "deferred_retirement"),
        (("serve", "--port", "八千"), "整数"),
        (("serve", "--port", "99999"), "65535"),
        (("serve", "--host", "1.2.3.4.5"), "1.2.3.4.5"),
        (("serve", "--port", "0", "--database", "oddbase://x"), "oddbase"),
        (("serve", "--bogus"), "--bogus"),
        (("rules", "show", "nothing"), "nothing"),
        (("rules", "check", "--root", "/nowhere"), "/nowhere"),
        (("corpus", "add", "nowhere.txt"), "nowhere.txt"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_bad_usage_exits_2_with_one_line(wence: Wence, words: tuple[str, ...], said: str) -> None:
    result = wence(*words, given="{}")
    assert result.returncode == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""


@pytest.mark.parametrize("given", ["", "{", "[]", '"x"', '{"age": [1]}', '{"age": null}', '{"facts": {}, "bounds": 3}'])
def test_facts_that_cannot_be_read_are_bad_usage(wence: Wence, given: str) -> None:
    result = wence("check", "-", given=given)
    assert result.returncode == 2, result.stdout
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"agee": 56}, "age"),
        ({"age": "老"}, "age"),
        ({"age": 560}, "age"),
        ({"township_years": 3, "township_continuous_years": 9}, "township"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_name(wence: Wence, facts: dict[str, object], said: str) -> None:
    result = wence("check", "-", given=json.dumps(facts))
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_question_is_answered_with_its_clause(wence: Wence) -> None:
    result = wence("ask", "四免是哪四免")
    assert result.returncode == 0, result.stderr
    assert "第8条" in result.stdout


def test_json_is_the_answer_of_the_contract(wence: Wence) -> None:
    answer = json.loads(wence("ask", "四免是哪四免", "--as-of", "2026-11-24", "--json").stdout)
    assert answer["citations"][0]["clause"] == {"document": "jl-2016-44", "number": 8}
    assert answer["turn"] == 1


def test_a_search_marks_what_it_found(wence: Wence) -> None:
    result = wence("search", "岗位延聘", "-k", "2", "--explain")
    assert result.returncode == 0, result.stderr
    assert "【" in result.stdout


def test_a_search_that_finds_nothing_says_so(wence: Wence) -> None:
    assert json.loads(wence("search", "医保怎么报销", "--json").stdout)["refused"] is True


def test_facts_from_standard_input_are_decided(wence: Wence) -> None:
    result = wence("check", "-", "--entitlement", "deferred_retirement", "--json", given='{"age": 40}')
    decided = json.loads(result.stdout)
    assert [decision["entitlement"] for decision in decided["decisions"]] == ["deferred_retirement"]


def test_a_chat_takes_numbers_and_question_marks(wence: Wence) -> None:
    result = wence("chat", given="我是副主任医师，在乡镇卫生院，能不能聘上\n?\n1\n\n")
    assert result.returncode == 0, result.stderr
    assert "1." in result.stdout


def test_rules_check_passes_on_what_is_shipped(wence: Wence) -> None:
    result = wence("rules", "check")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.slow
def test_the_program_itself_answers_and_refuses() -> None:
    answered = process("ask", "四免是哪四免", "--as-of", "2026-11-24")
    assert answered.returncode == 0, answered.stderr
    assert "第8条" in answered.stdout
    refused = process("fly")
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


@pytest.mark.slow
def test_output_survives_a_reader_that_leaves() -> None:
    line = f"{sys.executable} -m assistant.cli ask 四免是哪四免 --json | head -c 10"
    result = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, cwd=REPOSITORY)
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_output_is_utf8_whatever_the_locale() -> None:
    result = process("rules", "show", "deferred_retirement", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 0, result.stderr
    assert "条文" in result.stdout


def test_what_nobody_foresaw_is_one_line_too(wence: Wence, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(settings: Settings) -> bootstrap.Engine:
        raise ZeroDivisionError("broken on purpose")

    monkeypatch.setattr(answers, "build_engine", broken)
    result = wence("ask", "问")
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
