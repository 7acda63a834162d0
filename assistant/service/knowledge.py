"""What there is to know, over HTTP: clauses and how to find them, the facts, the entitlements."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse

from assistant.bootstrap import Engine
from assistant.domain.document import Clause, Document
from assistant.domain.encoding import encode
from assistant.domain.fact import Fact
from assistant.domain.rule import Entitlement
from assistant.retrieval.search import SearchResult
from assistant.service import schemas
from assistant.service.documented import answers
from assistant.service.problems import Problem

router = APIRouter(tags=["knowledge"])


def engine_of(request: Request) -> Engine:
    """The engine of the running service."""
    engine: Engine = request.app.state.engine
    return engine


Knowing = Annotated[Engine, Depends(engine_of)]


@router.get("/clauses", responses=answers(422, model=schemas.HitsOut))
async def clauses(
    engine: Knowing,
    q: Annotated[
        str | None, Query(max_length=2000, description="What to look for; all clauses in order without it.")
    ] = None,
    limit: Annotated[int | None, Query(ge=1, le=1000, description="10 for a search, all without `q`.")] = None,
) -> JSONResponse:
    """Find clauses, best first; `refused` where nothing is good enough."""
    if q is None or not q.strip():
        listed = [_hit(d, c, 0.0, []) for d in engine.documents for c in d.clauses]
        return JSONResponse({"hits": listed[:limit], "refused": False})
    return JSONResponse(found(engine, engine.search.search(q, limit=limit or 10)))


@router.get("/clauses/{document}/{number}", responses=answers(404, 422, model=schemas.ClauseOut))
async def clause(
    engine: Knowing,
    document: Annotated[str, Path(max_length=100)],
    number: Annotated[int, Path(ge=1, le=100_000)],
) -> JSONResponse:
    """One clause with its document's metadata and its place in it."""
    source = next((d for d in engine.documents if d.id == document), None)
    if source is None:
        known = "、".join(d.id for d in engine.documents)
        raise Problem(404, f"没有编号为“{document[:40]}”的文件。现有：{known}。")
    found = source.clause(number)
    if found is None:
        raise Problem(404, f"《{source.title}》没有第{number}条，共{len(source.clauses)}条。")
    return JSONResponse(_clause(engine, source, found))


@router.get("/facts", responses=answers(model=schemas.FactsOut))
async def facts(engine: Knowing) -> JSONResponse:
    """Every fact that an applicant can state."""
    return JSONResponse({"facts": [_fact(fact) for fact in engine.facts.values()]})


@router.get("/entitlements", responses=answers(model=schemas.EntitlementsOut))
async def entitlements(engine: Knowing) -> JSONResponse:
    """Every entitlement, and what it needs."""
    listed = engine.rulebook.entitlements.values()
    return JSONResponse({"entitlements": [_entitlement(engine, entitlement) for entitlement in listed]})


def found(engine: Engine, result: SearchResult) -> dict[str, Any]:
    """A search's result as the API gives it."""
    library = engine.library
    hits = [
        _hit(library.document(hit.clause), library.clause(hit.clause), hit.score, encode(hit.spans))
        for hit in result.hits
    ]
    return {"hits": hits, "refused": result.refused}


def _hit(document: Document, clause: Clause, score: float, spans: Any) -> dict[str, Any]:
    return {
        "clause": encode(clause.id),
        "label": clause.label,
        "title": clause.title,
        "text": clause.text,
        "score": score,
        "spans": spans,
        "document_title": document.title,
        "document_number": document.number,
    }


def _clause(engine: Engine, document: Document, clause: Clause) -> dict[str, Any]:
    position = document.clauses.index(clause)
    note = engine.rulebook.notes.get(clause.id)
    named = [e.id for e in engine.rulebook.entitlements.values() if e.clause == clause.id]
    return {
        "clause": encode(clause.id),
        "label": clause.label,
        "title": clause.title,
        "heading": engine.rulebook.headings.get(clause.id, ""),
        "text": clause.text,
        "path": list(clause.path),
        "paragraphs": encode(clause.paragraphs),
        "document": _document(document),
        "position": position + 1,
        "clauses": len(document.clauses),
        "previous": encode(document.clauses[position - 1].id) if position else None,
        "next": encode(document.clauses[position + 1].id) if position + 1 < len(document.clauses) else None,
        "entitlements": named,
        "note": note.text if note else "",
    }


def _document(document: Document) -> dict[str, Any]:
    fields = (
        "id",
        "title",
        "number",
        "issuer",
        "issued",
        "status",
        "in_force_from",
        "in_force_until",
        "source",
        "head",
    )
    return {name: encode(getattr(document, name)) for name in fields}


def _fact(fact: Fact) -> dict[str, Any]:
    fields = ("id", "label", "type", "ordered", "unit", "minimum", "maximum", "determined_by", "derived_from")
    values: list[bool | str] = [True, False] if fact.type == "boolean" else list(fact.values)
    options = [{"value": v, "label": fact.option_labels.get(_key(v), _key(v))} for v in values]
    return {
        **{name: encode(getattr(fact, name)) for name in fields},
        "short_label": fact.name,
        "options": options,
        "question": fact.question,
        "hint": fact.hint,
    }


def _key(value: bool | str) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def _entitlement(engine: Engine, entitlement: Entitlement) -> dict[str, Any]:
    return {
        "id": entitlement.id,
        "label": entitlement.label,
        "clause": encode(entitlement.clause),
        "grants": entitlement.grants,
        "effect": entitlement.effect,
        "authority": entitlement.authority,
        "facts": [fact for fact in engine.facts if fact in engine.library.facts_of(entitlement.id)],
        "readings": list(entitlement.readings),
    }
