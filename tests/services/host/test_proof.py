from __future__ import annotations

import pytest

from services.host import proof
from sip import catalogue
from tests.installation import Server

pytestmark = pytest.mark.server


@pytest.mark.parametrize("name", proof.NAMES)
def test_the_demo_area_is_answered_as_it_is_in_the_database(server: Server, name: str) -> None:
    found = catalogue.load(server.settings.project)
    check = proof.try_one(server.settings, found, name)
    assert check.passed, check.finding


def test_an_upgrade_is_rehearsed_on_a_copy_and_the_copy_is_proved(server: Server) -> None:
    done = server.sip("rehearse")
    assert "restored: " in done.stderr
    assert "migrated: " in done.stderr
    assert "FAIL" not in done.stdout
    assert done.stdout.count("ok  ") == len(proof.NAMES)
