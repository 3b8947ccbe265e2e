"""What permits to occupy the right of way cost: the register's fees beside those computed."""

from __future__ import annotations

import csv
import datetime
import io
import urllib.request
from collections.abc import Mapping

import pytest

from tests.installation import Server

pytestmark = pytest.mark.server
type Row = Mapping[str, str]
DAYS_OF_YEAR = 365


def rows(server: Server, layer: str) -> dict[str, Row]:
    address = f"{server.url}/ogc/collections/{layer}/items?f=csv&limit=2000"
    with urllib.request.urlopen(address, timeout=60) as answer:
        text = answer.read().decode()
    return {one["decision_no"]: one for one in csv.DictReader(io.StringIO(text))}


def due(permit: Row) -> float:
    """Return the fee by the words of art. 40: area, at least 1 m2, by rate by time."""
    first, last = (datetime.date.fromisoformat(permit[name]) for name in ("valid_from", "valid_to"))
    days = (last - first).days + 1
    per = DAYS_OF_YEAR if permit["purpose"] == "2" else 1
    return max(1.0, float(permit["area_m2"])) * float(permit["rate_pln"]) * days / per


def test_fees_that_forget_a_day_are_found(server: Server) -> None:
    permits, fees = rows(server, "right_of_way_permit"), rows(server, "right_of_way_fee")
    assert permits.keys() == fees.keys()
    for number, permit in permits.items():
        told = fees[number]
        assert float(told["due_pln"]) == pytest.approx(due(permit), abs=0.01)
        is_low = float(permit["fee_pln"]) < due(permit) - 0.5
        assert told["verdict"] == ("too_low" if is_low else "agrees"), number
    assert {one["verdict"] for one in fees.values()} <= {"agrees", "too_low"}


def test_a_day_beyond_the_term_costs_ten_times_its_fee(server: Server) -> None:
    for one in rows(server, "right_of_way_fee").values():
        day = float(one["due_pln"]) / float(one["lasting_d"])
        assert float(one["overrun_day_pln"]) == pytest.approx(10 * day, abs=0.2)
