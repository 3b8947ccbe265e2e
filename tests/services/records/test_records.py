from __future__ import annotations

from typing import Any

import httpx
import pytest

ITEMS = "/ogc/collections/metadata/items"


def ids(client: httpx.Client, **given: Any) -> list[str]:
    answer = client.get(ITEMS, params={"limit": 100} | given)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["features"]]


def test_the_catalogue_is_a_collection_of_the_one_api(client: httpx.Client) -> None:
    one = client.get("/ogc/collections/metadata").json()
    assert one["itemType"] == "record"
    classes = client.get("/ogc/conformance").json()["conformsTo"]
    assert "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core" in classes


def test_a_record_says_what_its_layer_is_in_the_visitor_s_language(client: httpx.Client) -> None:
    polish, english = (
        client.get(f"{ITEMS}/tree", params={"lang": code}).json()["properties"]
        for code in ("pl", "en")
    )
    assert (polish["title"], english["title"]) == ("Drzewa miejskie", "Urban trees")
    assert english["keywords"] == ["tree", "Greenery"]
    assert english["contacts"][0]["organization"] == "Town hall"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"q": "DRZEWA"}, ["tree"]),
        ({"q": "dzialki"}, ["parcel"]),
        ({"q": "urban trees"}, ["tree"]),
        ({"q": "trees urban"}, []),
        ({"q": "ulice,drzewa"}, ["tree", "street"]),
        ({"type": "dataset"}, ["tree", "parcel", "relief", "street"]),
        ({"type": "service", "q": "WFS"}, ["service_wfs"]),
        ({"ids": "tree,relief"}, ["tree", "relief"]),
        ({"bbox": "-10,-10,-9,-9"}, []),
        (
            {"bbox": "20.6,50.79,20.8,50.82", "type": "dataset"},
            ["tree", "parcel", "relief", "street"],
        ),
        ({"filter": "type = 'dataset' AND keywords = 'Greenery'"}, ["tree"]),
        ({"filter": "title LIKE '%MIEJSK%'"}, ["tree"]),
    ],
)
def test_parameters_select_records(
    client: httpx.Client, given: dict[str, str], expected: list[str]
) -> None:
    assert ids(client, **given) == expected


def test_a_record_is_found_by_its_identifier_in_the_older_catalogue(client: httpx.Client) -> None:
    known = client.get(f"{ITEMS}/tree").json()["properties"]["externalIds"][0]["value"]
    assert ids(client, externalIds=known) == ["tree"]
    iso = {"service": "CSW", "request": "GetRecordById", "id": known}
    assert known in client.get("/csw", params=iso).text


def test_next_links_lead_through_all_records_with_the_question_kept(client: httpx.Client) -> None:
    seen: list[str] = []
    address: str | None = f"{ITEMS}?type=dataset&limit=3"
    while address:
        page = client.get(address).json()
        seen += [one["id"] for one in page["features"]]
        address = next((one["href"] for one in page["links"] if one["rel"] == "next"), None)
    assert seen == ["tree", "parcel", "relief", "street"]


def test_collections_records_and_services_are_linked_both_ways(client: httpx.Client) -> None:
    layer = client.get("/ogc/collections/tree").json()
    [record] = [one["href"] for one in layer["links"] if one["rel"] == "describedby"]
    links = client.get(record).json()["links"]
    assert [one["href"] for one in links if one["rel"] == "data"] == [
        str(client.base_url).rstrip("/") + "/ogc/collections/tree"
    ]
    [service] = [one["href"] for one in links if one["href"].endswith("/items/service_wfs")]
    related = [one["href"] for one in client.get(service).json()["links"]]
    assert record in related


@pytest.mark.parametrize("given", [
    "nonsense=1", "bbox=1,2", "limit=0", "datetime=never", "f=pdf", "filter=owner_name = 'x'",
    "filter-lang=sql&filter=a",
])  # fmt: skip
def test_what_is_wrong_is_refused_with_words(client: httpx.Client, given: str) -> None:
    answer = client.get(f"{ITEMS}?{given}")
    assert answer.status_code == 400
    assert answer.json()["description"]


@pytest.mark.parametrize("name", ["nonsense", "heating"])
def test_an_unknown_and_a_hidden_record_are_not_found_alike(
    client: httpx.Client, name: str
) -> None:
    answer = client.get(f"{ITEMS}/{name}", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.json()["description"].replace(name, "") == 'there is no record ""'


@pytest.mark.parametrize(("code", "word"), [("pl", "Pochodzenie"), ("en", "Lineage")])
def test_a_record_is_a_page_in_both_languages(client: httpx.Client, code: str, word: str) -> None:
    answer = client.get(f"{ITEMS}/tree", params={"lang": code}, headers={"Accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    assert f'<html lang="{code}">' in answer.text
    assert word in answer.text
    listed = client.get(ITEMS, params={"lang": code, "f": "html"}).text
    assert "Drzewa miejskie" in listed if code == "pl" else "Urban trees" in listed
