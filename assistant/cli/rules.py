"""`wence rules check` and `wence rules show`: the tools of a rule author."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.bootstrap import build_engine
from assistant.errors import InputError, KnowledgeError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.rules_display import describe
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
    """One entitlement as an officer checks it: clause, conditions, readings, doubts, worked examples."""
    root, name = _settings(arguments).knowledge(), arguments.entitlement
    documents, facts = load_documents(root), load_facts(root)
    book = load_rulebook(root, documents, facts)
    if name not in book.entitlements:
        near = nearest(name, list(book.entitlements), cutoff=0.5)
        hint = f"是否指 {near.term}？" if near else f"现有：{'、'.join(book.entitlements)}。"
        raise InputError(f"没有名为 {name} 的规则。{hint}")
    print(describe(name, book, facts, documents))
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
