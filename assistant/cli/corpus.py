"""`wence corpus add`: read a policy document into corpus/ and show what was recognised."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.errors import InputError
from assistant.knowledge.importing import add as add_document
from assistant.knowledge.importing import format_tree, recognise
from assistant.settings import is_packaged, read_settings


def add(arguments: argparse.Namespace) -> int:
    """Add the file; the tree of what was recognised, warnings, and what to do next."""
    path = Path(arguments.file)
    if not path.is_file():
        raise InputError(f"没有文件 {path}。")
    root = Path(arguments.root) if arguments.root else read_settings().knowledge()
    if is_packaged(root) and not arguments.check_only:
        raise InputError("随程序安装的语料不能改。请用 --root 指定含 corpus/ 与 rules/ 的文件夹。")
    if arguments.check_only:
        print(format_tree(recognise(path, arguments.id or "")))
        return 0
    recognised = add_document(path, root, arguments.id or "")
    print(format_tree(recognised))
    print(f"\n已加入 corpus/{recognised.document.id}。请与原文核对，再写 rules/{recognised.document.id}.md。")
    return 0
