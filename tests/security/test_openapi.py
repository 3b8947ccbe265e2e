"""What the served OpenAPI document promises is what comes, whatever is asked (schemathesis)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.database
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def served(town: str) -> Any:
    """The API definition as the town serves it."""
    document = httpx.get(f"{town}/ogc/api", params={"f": "json"}, timeout=30).json()
    made = schemathesis.openapi.from_dict(document)
    made.config.update(base_url=f"{town}/ogc")
    return made


schema = schemathesis.pytest.from_fixture("served")


@schema.parametrize()
@settings(
    max_examples=12, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_every_answer_is_what_the_definition_promises(case: Any) -> None:
    case.call_and_validate(checks=CHECKS, timeout=20)
