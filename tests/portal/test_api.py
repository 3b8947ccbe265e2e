"""What the portal's endpoints tell, and what they keep to themselves."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.portal.town import X, Y

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("portal")]
LON, LAT = 20.62484, 50.88118
"""600 m east and 500 m north of the corner of the town: tree D-20 in zone 1SW."""


def titles(client: httpx.Client, text: str) -> list[str]:
    answer = client.get("/api/search", params={"q": text, "lang": "pl"})
    assert answer.status_code == 200, answer.text
    return [result["title"] for result in answer.json()["results"]]


def identified(client: httpx.Client, **query: object) -> dict[str, list[dict[str, Any]]]:
    answer = client.get("/api/identify", params={key: str(value) for key, value in query.items()})
    assert answer.status_code == 200, answer.text
    return {layer["id"]: layer["features"] for layer in answer.json()["layers"]}


def test_the_catalogue_tells_public_layers_and_fields_only(client: httpx.Client) -> None:
    answer = client.get("/api/catalogue?lang=en")
    layers = {one["id"]: one for theme in answer.json()["themes"] for one in theme["layers"]}
    assert "secret" not in layers
    assert [field["name"] for field in layers["tree"]["fields"]] == [
        "inventory_no", "height_m", "health",
    ]  # fmt: skip
    assert "applicant" not in answer.text
    assert layers["tree"]["rows"] == 60
    assert layers["tree"]["legend"][0]["title"] == "good"
    assert layers["tree"]["fields"][2]["codes"] == {"1": "good", "2": "poor"}
    assert layers["tree_check"]["kind"] == "table"
    assert layers["outside"]["external"]["attribution"] == "Another office"


def test_the_catalogue_speaks_the_language_of_the_address_then_of_the_browser(
    client: httpx.Client,
) -> None:
    def title(path: str, accepted: str) -> str:
        answer = client.get(path, headers={"Accept-Language": accepted})
        return str(answer.json()["title"])

    assert title("/api/catalogue?lang=pl", "en") == "Geoportal Próbowa"
    assert title("/api/catalogue", "en-GB,en;q=0.9,pl;q=0.5") == "Geoportal of Trialtown"
    assert title("/api/catalogue", "de") == "Geoportal Próbowa"


def test_an_unchanged_catalogue_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get("/api/catalogue?lang=pl").headers["etag"]
    again = client.get("/api/catalogue?lang=pl", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Henryka Sienkiewicza 12", "Henryka Sienkiewicza 12"),
        ("sienkiewicza 12", "Henryka Sienkiewicza 12"),
        ("SIENKIEWICZA 7", "Henryka Sienkiewicza 7"),
        ("sienkiewcza 12", "Henryka Sienkiewicza 12"),
        ("zeromskiego 3", "Stefana Żeromskiego 3"),
        ("żeromskeigo 3", "Stefana Żeromskiego 3"),
        ("zrodlowa 21", "Źródłowa 21"),
        ("ul. Źródłowa", "ul. Źródłowa"),
        ("266101_1.0012.106/1", "266101_1.0012.106/1"),
        ("0012 106/1", "266101_1.0012.106/1"),
        ("0013.106/1", "266101_1.0013.106/1"),
        ("Zdrój 106/1", "266101_1.0013.106/1 · Zdrój · 266101_1.0013"),
        ("lakowa gora 106/1", "266101_1.0012.106/1 · Łąkowa Góra · 266101_1.0012"),
        ("laekowa gora 106/1", "266101_1.0012.106/1 · Łąkowa Góra · 266101_1.0012"),
        ("D-17", "D-17"),
        ("1sw", "1SW"),
    ],
)
def test_the_first_result_is_what_was_meant(client: httpx.Client, asked: str, first: str) -> None:
    found = titles(client, asked)
    assert found, "nothing was found"
    assert found[0].startswith(first.split(" · ")[0])
    assert found[0] in (first, first.rsplit(" · ", 1)[0])


def test_a_result_says_where_it_is(client: httpx.Client) -> None:
    answer = client.get("/api/search", params={"q": "D-20", "lang": "en"})
    result = answer.json()["results"][0]
    assert result["layer_title"] == "Trees"
    assert result["center"] == pytest.approx([LON, LAT], abs=2e-5)


def test_coordinates_are_a_place(client: httpx.Client) -> None:
    result = client.get("/api/search", params={"q": f"{Y + 500} {X + 600}"}).json()["results"]
    assert [one["kind"] for one in result] == ["coordinates"]
    assert result[0]["center"] == pytest.approx([LON, LAT], abs=2e-5)


@pytest.mark.parametrize("asked", ["Sienkiewicz", "Kowalski", "applicant", "Jan Kowalski"])
def test_what_is_not_public_is_not_found(client: httpx.Client, asked: str) -> None:
    answer = client.get("/api/search", params={"q": asked}).json()
    assert "secret" not in {result.get("layer") for result in answer["results"]}
    assert not any("Kowalski" in result["title"] for result in answer["results"])


@pytest.mark.parametrize(
    "asked", ["", " ", "%", "_", "'", "\\", "a", "%%%", "'; DROP TABLE x; --", "(((", "\0", "💚💚"]
)
def test_odd_texts_are_answered_calmly(client: httpx.Client, asked: str) -> None:
    assert client.get("/api/search", params={"q": asked}).status_code == 200


def test_a_text_that_is_too_long_is_refused(client: httpx.Client) -> None:
    answer = client.get("/api/search", params={"q": "a" * 121})
    assert answer.status_code == 400
    assert "120" in answer.json()["description"]


def test_a_point_is_identified_in_the_order_of_the_layers(client: httpx.Client) -> None:
    found = identified(client, layers="plan_zone,tree,street", lon=LON, lat=LAT, radius_m=5)
    assert list(found) == ["plan_zone", "tree"]
    assert found["plan_zone"][0]["properties"]["designation"] == "1SW"
    assert found["tree"][0]["properties"] == {
        "inventory_no": "D-20", "height_m": 10.0, "health": "1",
    }  # fmt: skip
    assert found["tree"][0]["geometry"]["type"] == "Point"


def test_the_nearest_comes_first(client: httpx.Client) -> None:
    found = identified(client, layers="tree", lon=LON, lat=LAT, radius_m=70)
    near = [one["title"] for one in found["tree"]]
    assert near[0] == "D-20"
    assert sorted(near) == ["D-18", "D-19", "D-20", "D-21", "D-22"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("layers=secret&lon=20.6&lat=50.8", 404),
        ("layers=absent&lon=20.6&lat=50.8", 404),
        ("layers=outside&lon=20.6&lat=50.8", 404),
        ("layers=tree&lon=x&lat=50.8", 400),
        ("layers=tree&lon=nan&lat=50.8", 400),
        ("layers=tree&lat=50.8", 400),
        ("layers=tree&lon=20.6&lat=50.8&radius_m=501", 400),
        ("layers=" + ",".join(["tree"] * 41) + "&lon=20.6&lat=50.8", 400),
    ],
)
def test_a_wrong_question_is_refused_with_a_reason(
    client: httpx.Client, query: str, status: int
) -> None:
    answer = client.get(f"/api/identify?{query}")
    assert answer.status_code == status
    assert answer.json()["description"]


def test_every_link_of_the_catalogue_leads_somewhere(client: httpx.Client) -> None:
    themes = client.get("/api/catalogue?lang=en").json()["themes"]
    layers = [layer for theme in themes for layer in theme["layers"]]
    for links in (layer["links"] for layer in layers):
        names = ("style", "items", "table", "collection", "metadata")
        hrefs = [links[name] for name in names if name in links]
        for href in [*hrefs, *(one["href"] for one in links.get("downloads", []))]:
            assert client.get(href).status_code == 200, href


def test_one_row_is_told_by_its_id(client: httpx.Client) -> None:
    row = client.get("/api/feature/tree/20").json()["features"][0]
    assert row["properties"]["inventory_no"] == "D-20"
    assert row["box"] == pytest.approx([LON, LAT, LON, LAT], abs=2e-5)
    check = client.get("/api/feature/tree_check/1").json()["features"][0]
    assert check["geometry"] is None


@pytest.mark.parametrize(
    "path", ["tree/999", "tree/99999999999999999999", "secret/1", "absent/1", "outside/1"]
)
def test_a_row_that_is_not_there_is_said_so(client: httpx.Client, path: str) -> None:
    assert client.get(f"/api/feature/{path}").status_code == 404
