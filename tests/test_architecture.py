"""Knowledge is data: no Python file of the program holds a word of the vocabulary, of a title, or of an institution."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent
PYTHON_FILES = sorted((REPOSITORY / "assistant").rglob("*.py"))
LONGEST_FILE = 400
ORDINARY = {"其他", "工程", "经济", "体育", "艺术", "出版", "翻译", "统计", "企业", "机关", "年龄"}
"""Words of the vocabulary that are also everyday Chinese; they are looked for only as whole strings."""
CHARACTER_CLASS = re.compile(r"\[[^\]]*\]")
"""In a pattern, characters that stand side by side and are no word."""


def han(text: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


def policy_words() -> set[str]:
    """Labels and values of the facts; names of titles and institutions, where they are no patterns."""
    words: set[str] = set()
    for fact in _dicts(_load("facts.yaml")):
        words |= {str(fact[key]) for key in ("label", "short_label") if fact.get(key)}
        words |= {value for value in fact.get("values") or () if isinstance(value, str)}
    for name in ("titles.yaml", "institutions.yaml"):
        for entry in _dicts(_load(f"terms/{name}")):
            words |= {word for word in entry.get("names") or () if han(word) == len(word)}
    return {word for word in words if han(word) >= 2}


def _load(name: str) -> Any:
    return yaml.safe_load((REPOSITORY / "rules" / name).read_text("utf-8"))


def _dicts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _dicts(child)
    elif isinstance(node, list):
        for child in node:
            yield from _dicts(child)


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every string constant of a file that is not a docstring, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _opens(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, CHARACTER_CLASS.sub("", node.value)


def _opens(node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


@pytest.fixture(scope="module")
def words() -> set[str]:
    return policy_words()


def test_the_vocabulary_is_found_where_it_is_looked_for(words: set[str]) -> None:
    assert len(words) > 200


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_no_python_file_holds_a_policy_word(path: Path, words: set[str]) -> None:
    found = [
        f"{path.name}:{line}: {word}"
        for line, text in strings(path)
        if han(text)
        for word in words
        if (text == word if word in ORDINARY else word in text)
    ]
    assert not found


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_no_file_swells(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_pins_with_hashes_and_names_no_host(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert all("==" in pin for pin in pins)
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_the_lock_holds_every_dependency_of_the_project() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {
        "requirements.txt": [*project["dependencies"], *extras["build"]],
        "requirements-dev.txt": [*project["dependencies"], *extras["build"], *extras["dev"]],
    }
    for name, requirements in wanted.items():
        pinned = {
            re.split("==", line)[0] for line in (REPOSITORY / name).read_text("utf-8").splitlines() if "==" in line
        }
        for requirement in requirements:
            distribution = re.split(r"[\[<>=;! ]", requirement)[0].lower().replace("_", "-")
            assert distribution in pinned, f"{name} lacks {distribution}: make lock"
