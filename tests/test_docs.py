"""The documentation says everything there is: settings, commands, routes, facts, entitlements; and its examples run."""

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.bootstrap import Engine
from assistant.cli.arguments import parser
from assistant.cli.screen import Screen
from assistant.domain.event import PUBLIC
from assistant.service.app import create_app
from assistant.settings import Settings

REPOSITORY = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
ENGLISH = (REPOSITORY / "README.md").read_text("utf-8")
WENCE = [sys.executable, "-m", "assistant.cli"]


def commands(level: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command that can be typed, as words."""
    subparsers = [action for action in level._actions if isinstance(action, argparse._SubParsersAction)]
    if not subparsers:
        yield path
    for name, command in (item for action in subparsers for item in action.choices.items()):
        yield from commands(command, (*path, name))


def options(command: tuple[str, ...]) -> set[str]:
    level: argparse.ArgumentParser = parser()
    for word in command:
        (action,) = (a for a in level._actions if isinstance(a, argparse._SubParsersAction))
        level = action.choices[word]
    return {string for action in level._actions for string in action.option_strings if string.startswith("--")}


def examples(name: str) -> list[str]:
    """The lines of a document's shell blocks that call the program."""
    blocks = re.findall(r"```sh\n(.*?)```", (REPOSITORY / name).read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if "wence " in line]


def routes() -> set[tuple[str, str]]:
    """Method and path of every route of the API that the contract speaks of."""
    document = create_app(Settings(_env_file=None)).openapi()
    return {(method.upper(), path) for path, item in document["paths"].items() for method in item}


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str, readme: str) -> None:
    assert f"`WENCE_{name.upper()}`" in (REPOSITORY / readme).read_text("utf-8")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", list(commands(parser())), ids=" ".join)
def test_every_command_is_documented(command: tuple[str, ...], readme: str) -> None:
    assert f"`wence {' '.join(command)}" in (REPOSITORY / readme).read_text("utf-8")


@pytest.mark.parametrize("command", ["ask", "check", "serve"])
def test_the_options_of_the_contract_exist(command: str) -> None:
    contract = (REPOSITORY / "docs" / "contract.md").read_text("utf-8")
    (line,) = (row for row in contract.splitlines() if row.startswith(f"| `wence {command}"))
    assert set(re.findall(r"--[a-z-]+", line.split("|")[1])) <= options((command,))


def test_every_route_is_documented() -> None:
    contract = (REPOSITORY / "docs" / "contract.md").read_text("utf-8")
    for method, path in sorted(routes()):
        short = path.removeprefix("/api/v1").replace("{conversation}", "{id}")
        said = f"{method} {path}`" in ENGLISH or f"`{method} {short}" in contract or f"`{path}`" in contract
        assert said, f"{method} {path} is documented nowhere"


def test_every_public_event_is_documented() -> None:
    contract = (REPOSITORY / "docs" / "contract.md").read_text("utf-8")
    assert all(f"`{event}`" in contract for event in PUBLIC)


def test_every_fact_and_entitlement_is_documented() -> None:
    text = (REPOSITORY / "docs" / "vocabulary.md").read_text("utf-8")
    facts = yaml.safe_load((REPOSITORY / "rules" / "facts.yaml").read_text("utf-8"))["facts"]
    for fact in facts:
        assert f"`{fact['id']}`" in text, f"docs/vocabulary.md lacks {fact['id']}"
        assert fact["label"] in text, f"docs/vocabulary.md lacks {fact['label']}"
    for rules in (REPOSITORY / "rules").glob("jl-*.md"):
        for entitlement in re.findall(r"^规则: *(\w+)", rules.read_text("utf-8"), re.MULTILINE):
            assert f"`{entitlement}`" in text, f"docs/vocabulary.md lacks {entitlement}"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/architecture.md", "docs/decisions/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    source = REPOSITORY / name
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", source.read_text("utf-8")):
        assert (source.parent / target).exists(), f"{name} links to {target}"


def test_every_decision_is_listed() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert all(path.name in listed for path in folder.glob("0*.md"))


@pytest.mark.parametrize("readme", READMES)
def test_what_a_dialogue_quotes_is_in_its_clause(readme: str, engine: Engine) -> None:
    dialogues = "\n".join(re.findall(r"```text\n(.*?)```", (REPOSITORY / readme).read_text("utf-8"), re.DOTALL))
    clauses = "\n".join(clause.text for document in engine.documents for clause in document.clauses)
    quotes = re.findall(r"「(.*?)」", dialogues)
    assert len(quotes) > 5
    assert all(quote in clauses for quote in quotes)


@pytest.mark.parametrize("readme", READMES)
def test_a_dialogue_shows_what_is_really_answered(
    readme: str, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (REPOSITORY / readme).read_text("utf-8")
    shown = re.findall(r'^\$ wence ask "(.+)"\n((?:(?!```).+\n)+)', text, re.MULTILINE)
    assert len(shown) > 2
    for question, answer in shown:
        log = list(engine.assistant.greet("0" * 32, date(2026, 7, 1)))
        Screen().answer(list(engine.assistant.turn(log, question))[-1].data)
        assert capsys.readouterr().out == answer, f"{readme} shows another answer to {question}"


@pytest.mark.slow
@pytest.mark.parametrize("line", sorted({line for name in READMES for line in examples(name)}))
def test_examples_of_the_readme_run(line: str) -> None:
    first, _, piped = line.partition(" | ")
    given = shlex.split(first)[1] if piped else None
    words = shlex.split(piped or first)
    if words[1] in ("chat", "serve"):
        words.append("--help")
    result = subprocess.run(
        [*WENCE, *words[1:]], input=given, capture_output=True, text=True, encoding="utf-8", cwd=REPOSITORY, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
