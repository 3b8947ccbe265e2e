"""The compose file is one that every implementation reads, and that keeps its promises."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.installation import ROOT

TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def specification() -> jsonschema.Draft201909Validator:
    schema = json.loads((Path(__file__).parent / "compose_spec.json").read_text())
    return jsonschema.Draft201909Validator(schema)


def test_it_fits_the_specification() -> None:
    specification().validate(COMPOSE)


def test_the_specification_refuses_what_it_does_not_know() -> None:
    with pytest.raises(jsonschema.ValidationError, match="imgae"):
        specification().validate({"services": {"db": {"imgae": "x"}}})


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_runs_as_root_or_with_capabilities(name: str) -> None:
    service = SERVICES[name]
    assert service["user"] == "sip"
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")


def test_only_the_front_door_has_a_network() -> None:
    assert [name for name, one in SERVICES.items() if one.get("network_mode") != "none"] == ["web"]


def test_every_service_that_stays_has_a_health_check() -> None:
    silent = {name for name, one in SERVICES.items() if one["healthcheck"].get("disable")}
    assert silent == {"setup", "worker"}


def test_there_is_no_password_to_forget() -> None:
    assert re.findall(r"password|secret", TEXT.replace("no password", ""), re.IGNORECASE) == []


def test_the_register_is_reached_by_the_database_alone() -> None:
    holders = [
        name
        for name, one in SERVICES.items()
        if any(mount.startswith("database:") for mount in one["volumes"])
    ]
    assert holders == ["db"]


def test_every_image_is_a_target_of_the_containerfile() -> None:
    text = (ROOT / "services/host/Containerfile").read_text()
    targets = set(re.findall(r"^FROM \S+ AS (\S+)", text, re.MULTILINE))
    assert {one["build"]["target"] for one in SERVICES.values()} <= targets
    assert {one["image"] for one in SERVICES.values()} == {
        f"localhost/sip-{one['build']['target']}" for one in SERVICES.values()
    }
