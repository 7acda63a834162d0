"""The OpenAPI document tells the truth: a fuzzer that believes it finds nothing that surprises."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from assistant import bootstrap
from assistant.service.app import create_app
from assistant.settings import Settings
from assistant.storage.memory import MemoryStore

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def schema(engine: bootstrap.Engine) -> Any:
    app = create_app(Settings(_env_file=None), engine, MemoryStore())
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def operations() -> list[str]:
    document = create_app(Settings(_env_file=None)).openapi()
    return [f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item]


@pytest.mark.slow
@pytest.mark.parametrize("label", operations())
def test_every_route_keeps_to_the_document(schema: Any, label: str) -> None:
    method, path = label.split()
    operation = schema[path][method]

    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def keeps(case: Any) -> None:
        case.validate_response(case.call(), checks=CHECKS)

    keeps()


def test_every_operation_has_a_name_of_its_own() -> None:
    document = create_app(Settings(_env_file=None)).openapi()
    names = [operation["operationId"] for item in document["paths"].values() for operation in item.values()]
    assert len(names) == len(set(names))


def test_every_operation_is_described() -> None:
    document = create_app(Settings(_env_file=None)).openapi()
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert operation.get("description"), f"{method} {path} has no description"
