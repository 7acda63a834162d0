"""Reads `rules/wording.yaml`."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from assistant.answering.wording import Wording
from assistant.errors import KnowledgeError


def load_wording(root: Path) -> Wording:
    """The wording under `root`/rules; a template whose braces do not match is an error that names it."""
    path = root / "rules" / "wording.yaml"
    where = str(path.relative_to(root))
    try:
        tree = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise KnowledgeError(where, "找不到措辞文件，或者读不出来。") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(where, f"不是合法的 YAML：{error}") from error
    if not isinstance(tree, dict):
        raise KnowledgeError(where, "最外层应当是“键: 句子”的表。")
    _check(tree, where, "")
    return Wording(_with_text_keys(tree))


def _check(node: Any, where: str, path: str) -> None:
    if isinstance(node, dict):
        for key, child in node.items():
            _check(child, where, f"{path}.{key}" if path else str(key))
    elif isinstance(node, str):
        try:
            list(Formatter().parse(node))
        except ValueError as error:
            raise KnowledgeError(where, f"“{path}”的花括号不成对：{node}") from error


def _with_text_keys(node: Any) -> Any:
    """The same tree with keys as text; YAML reads `true` and `false` as booleans."""
    if isinstance(node, dict):
        return {str(key).lower() if isinstance(key, bool) else str(key): _with_text_keys(v) for key, v in node.items()}
    return node
