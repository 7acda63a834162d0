"""Every sentence is data, and every sentence that the program asks for is there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant
from assistant.answering.library import Library
from assistant.answering.wording import Wording, WordingMissingError
from assistant.errors import KnowledgeError
from assistant.knowledge.wording import load_wording

PACKAGE = Path(assistant.__file__).parent
SPEAKING = ("say", "_say", "either", "texts", "plain", "_compare")


def asked_for() -> Iterator[str]:
    """The dotted keys that the program names in full."""
    for folder in ("answering", "conversation", "dialogue"):
        for path in (PACKAGE / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
                if isinstance(node, ast.Call) and name in SPEAKING:
                    keys = node.args[1:] if name == "plain" else node.args
                    yield from (a.value for a in keys if isinstance(a, ast.Constant) and isinstance(a.value, str))


def test_every_key_that_the_program_names_is_in_the_wording(library: Library) -> None:
    missing = {key for key in asked_for() if not library.wording.has(key) and not _is_list(library.wording, key)}

    assert missing == set()


def test_every_fact_of_the_display_is_in_the_vocabulary(library: Library) -> None:
    unknown = set(library.wording.tree["display"]) - set(library.facts) - {"yes", "no"}

    assert unknown == set()


def test_every_effect_of_the_rules_has_its_sentence(library: Library) -> None:
    effects = {entitlement.effect for entitlement in library.rulebook.entitlements.values()}

    assert {effect for effect in effects if not library.wording.has(f"effect.{effect}")} == set()


def test_a_key_that_is_missing_is_named() -> None:
    with pytest.raises(WordingMissingError, match=r"talk\.nothing"):
        Wording({"talk": {}}).say("talk.nothing")


def test_a_template_with_an_open_brace_is_refused_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "wording.yaml").write_text("talk:\n  thanks: 不客气{who\n", "utf-8")

    with pytest.raises(KnowledgeError, match=r"talk\.thanks"):
        load_wording(tmp_path)


def _is_list(wording: Wording, key: str) -> bool:
    try:
        return bool(wording.texts(key))
    except WordingMissingError:
        return False


def test_every_sentence_is_said_somewhere(library: Library) -> None:
    """A sentence is reached by its own key, or through a prefix that the program completes with data."""
    named = set(asked_for()) | set(_prefixes())
    unused = {key for key in _keys(library.wording.tree, "") if not any(_covers(name, key) for name in named)}

    assert unused == set()


def _prefixes() -> Iterator[str]:
    """The constant heads of keys that the program completes: f"outcome.{outcome}"."""
    for folder in ("answering", "conversation", "dialogue"):
        for path in (PACKAGE / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                    yield str(node.values[0].value)
                elif isinstance(node, ast.IfExp):
                    yield from (str(side.value) for side in (node.body, node.orelse) if isinstance(side, ast.Constant))
                elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                    yield str(node.value.value)


def _covers(name: str, key: str) -> bool:
    return key == name or (name.endswith((".", "_")) and key.startswith(name)) or key.startswith(f"{name}.")


def _keys(node: object, path: str) -> Iterator[str]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _keys(child, f"{path}.{key}" if path else str(key))
    else:
        yield path
