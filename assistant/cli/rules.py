"""`wence rules check` and `wence rules show`: the tools of a rule author."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.bootstrap import build_engine
from assistant.errors import InputError, KnowledgeError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.verification import verify
from assistant.knowledge.vocabulary import load_facts
from assistant.settings import Settings, read_settings
from assistant.text.similarity import nearest


def check(arguments: argparse.Namespace) -> int:
    """Every finding as file:line; 0 where there is none, 1 otherwise."""
    settings = _settings(arguments)
    root = settings.knowledge()
    findings = [str(finding) for finding in verify(root)]
    if not findings:
        findings = _unusable(settings)
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        print(f"共 {len(findings)} 处要改。", file=sys.stderr)
        return 1
    print(_summary(root))
    return 0


def show(arguments: argparse.Namespace) -> int:
    """The section of the rule file in which the entitlement stands, as it is written."""
    root = _settings(arguments).knowledge()
    entitlements = load_rulebook(root, load_documents(root), load_facts(root)).entitlements
    entitlement = entitlements.get(arguments.entitlement)
    if entitlement is None:
        near = nearest(arguments.entitlement, list(entitlements), cutoff=0.5)
        hint = f"是否指 {near.term}？" if near else f"现有：{'、'.join(entitlements)}。"
        raise InputError(f"没有名为 {arguments.entitlement} 的规则。{hint}")
    file, line = entitlement.where.rsplit(":", 1)
    print(_section((root / file).read_text("utf-8").splitlines(), int(line)))
    return 0


def _settings(arguments: argparse.Namespace) -> Settings:
    return read_settings(knowledge_root=Path(arguments.root)) if arguments.root else read_settings()


def _unusable(settings: Settings) -> list[str]:
    """What keeps the words, phrasings and sentences beside the rules from being used."""
    try:
        build_engine(settings)
    except KnowledgeError as error:
        return [str(error)]
    return []


def _summary(root: Path) -> str:
    documents = load_documents(root)
    book = load_rulebook(root, documents, load_facts(root))
    clauses = sum(len(document.clauses) for document in documents)
    counted = f"{len(documents)} 份文件、{clauses} 条、{len(book.entitlements)} 项政策条目、{len(book.examples)} 个算例"
    return f"{counted}，全部通过。"


def _section(lines: list[str], line: int) -> str:
    """The lines from the heading above `line` (from 1) to the next one."""
    headings = [i for i, text in enumerate(lines) if text.startswith("## ")]
    start = max((i for i in headings if i < line), default=0)
    end = min((i for i in headings if i > start), default=len(lines))
    return "\n".join(lines[start:end]).strip()
