"""What the report of a plot says, to whom, and of when."""

from __future__ import annotations

import datetime
from typing import Any

import httpx
import psycopg
import pytest

from sip import catalogue
from sip.settings import Settings
from tests.people import keys_of
from tests.report.town import EMPTY_PLOT, PLOT

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("report")]


def report(client: httpx.Client, key: str = PLOT, **query: str) -> dict[str, Any]:
    answer = client.get(f"/report/parcel/{key}.json", params={"lang": "en", **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def topics(client: httpx.Client, key: str = PLOT, **query: str) -> dict[str, dict[str, Any]]:
    return {topic["id"]: topic for topic in report(client, key, **query)["topics"]}


def test_every_topic_answers_one_of_three(client: httpx.Client) -> None:
    assert {name: one["answer"] for name, one in topics(client).items()} == {
        "plan": "applies", "nature": "does_not_apply", "flood": "no_data", "case": "no_data",
    }  # fmt: skip


def test_no_data_says_why(client: httpx.Client) -> None:
    found = topics(client)
    assert [one["reason"] for one in found["flood"]["layers"]] == ["not_covered"]
    assert [one["reason"] for one in found["case"]["layers"]] == ["not_public"]
    assert topics(client, EMPTY_PLOT)["flood"]["answer"] == "does_not_apply"


def test_shares_are_of_the_law_of_the_day(client: httpx.Client) -> None:
    shares = [(one["name"], one["meaning"], one["pct"]) for one in topics(client)["plan"]["shares"]]
    assert shares == [("2SU", "2021-01-01", 75.0), ("", "outside of the plan", 25.0)]
    before = topics(client, datetime="2020-06-01")["plan"]["shares"]
    assert [(one["name"], one["pct"]) for one in before] == [("1SO", 100.0)]


def test_what_divides_the_plot_is_told_in_plain_words(client: httpx.Client) -> None:
    first, rest = topics(client)["plan"]["shares"]
    assert (first["says"], rest["says"]) == (["since 2021-01-01"], [])
    page = client.get(f"/report/parcel/{PLOT}?lang=en").text
    assert "75 % 2021-01-01: since 2021-01-01." in " ".join(page.split())


def test_documents_stand_with_their_act(client: httpx.Client) -> None:
    (row,) = topics(client)["plan"]["layers"][0]["rows"]
    (linked,) = row["linked"]
    assert [(one["name"], one["fields"][0]["text"]) for one in linked["rows"]] == [
        ("Uchwała 7", "https://town.invalid/7")
    ]


def test_nothing_personal_and_nothing_restricted_is_told(client: httpx.Client) -> None:
    for ending in (".json", ""):
        text = client.get(f"/report/parcel/{PLOT}{ending}?lang=en").text
        assert "Kowalski" not in text
        assert "Sienkiewicz" not in text
        assert "Pending cases" not in text


def test_the_past_knows_nothing_of_what_was_entered_later(client: httpx.Client) -> None:
    answer = client.get(f"/report/parcel/{PLOT}.json?asOf=2020-01-01T00:00:00Z")
    assert answer.status_code == 404


def test_a_place_leads_to_the_report_of_its_plot(client: httpx.Client) -> None:
    (first,) = client.get("/api/search", params={"q": PLOT}).json()["results"][:1]
    lon, lat = first["center"]
    answer = client.get("/report", params={"lon": lon, "lat": lat, "lang": "en"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/report/parcel/{PLOT}?lang=en"


def test_a_plot_that_is_not_there_is_said_to_be_so(client: httpx.Client) -> None:
    answer = client.get("/report/parcel/266101_1.0012.999/9.json?lang=pl")
    assert answer.status_code == 404
    assert "nie ma działki" in answer.text


def test_the_way_without_script_finds_an_address_and_its_report(client: httpx.Client) -> None:
    page = client.get("/find", params={"q": "zeromskiego 3", "lang": "pl"}).text
    assert "Stefana Żeromskiego 3" in page
    assert 'href="/report?lon=' in page
    assert "Nic nie znaleziono" in client.get("/find?q=qqqqqq&lang=pl").text


def test_staff_are_told_of_a_past_moment_what_was_known_to_them(
    client: httpx.Client, settings: Settings
) -> None:
    then = datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z")
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("DELETE FROM planning.secret")
    with keys_of(settings, catalogue.load(settings.project), ("viewer",)) as keys:
        headers = {"X-API-Key": keys["viewer"]}
        with httpx.Client(base_url=client.base_url, headers=headers, timeout=30) as staff:
            case = topics(staff, asOf=then)["case"]
            assert case["answer"] == "applies"
            assert "Sienkiewicz" in str(case)
            assert topics(staff)["case"]["answer"] != "applies"
    assert topics(client, asOf=then)["case"]["answer"] == "no_data"
