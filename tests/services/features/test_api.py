"""What the pages and documents that all OGC APIs share say, over HTTP."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from services.features import documents, openapi
from services.features.documents import Reader
from sip import catalogue as catalogues
from sip.service import Context
from sip.settings import Settings

pytestmark = pytest.mark.database

QGIS_LOOKS_FOR = [
    "ogcapi-features-3/1.0/conf/filter",
    "ogcapi-features-3/1.0/conf/features-filter",
    "cql2/1.0/conf/basic-cql2",
    "cql2/1.0/conf/cql2-text",
    "cql2/1.0/conf/advanced-comparison-operators",
    "cql2/1.0/conf/case-insensitive-comparison",
    "cql2/1.0/conf/basic-spatial-functions",
]
PAGES = [
    "/ogc", "/ogc/conformance", "/ogc/api", "/ogc/functions", "/ogc/collections",
    "/ogc/collections/tree", "/ogc/collections/tree/schema", "/ogc/collections/tree/queryables",
    "/ogc/collections/tree/items", "/ogc/collections/tree/items/3",
]  # fmt: skip


def test_the_classes_that_qgis_looks_for_are_declared_letter_by_letter(
    client: httpx.Client,
) -> None:
    declared = client.get("/ogc/conformance").json()["conformsTo"]
    assert {f"http://www.opengis.net/spec/{name}" for name in QGIS_LOOKS_FOR} <= set(declared)
    assert len(declared) == len(set(declared))


def test_every_link_of_the_landing_page_and_of_a_collection_answers(client: httpx.Client) -> None:
    for page in ("/ogc", "/ogc/collections/tree"):
        for link in client.get(page).json()["links"]:
            if link["href"].startswith(str(client.base_url)) and not link.get("templated"):
                answer = client.get(link["href"], headers={"Accept": link["type"]})
                known = answer.status_code == 200 or link["rel"] == "related"
                assert known, (page, link, answer.status_code)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_page_is_in_the_visitors_language_and_carries_no_script_or_style(
    client: httpx.Client, page: str, language: str
) -> None:
    answer = client.get(
        page, headers={"Accept": "text/html", "Accept-Language": f"de, {language};q=0.5"}
    )
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}">' in answer.text
    assert ("syntetyczne" if language == "pl" else "synthetic") in answer.text
    assert not re.search(
        r"<script|<style|style=|onclick|https?://(?!127\.0\.0\.1|www\.opengis\.net)", answer.text
    )


def test_stored_text_is_escaped_on_pages(client: httpx.Client) -> None:
    page = client.get("/ogc/collections/tree/items?limit=100", headers={"Accept": "text/html"}).text
    assert "Buk &lt;1%" in page
    assert "Buk <1%" not in page


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("*/*", "application/geo+json"),
        ("text/html", "text/html; charset=utf-8"),
        ("text/html;q=0.1, application/geo+json;q=0.9", "application/geo+json"),
        ("application/json", "application/geo+json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/flatgeobuf", "application/flatgeobuf"),
        ("text/*", "text/html; charset=utf-8"),
    ],
)
def test_accept_chooses_the_form(client: httpx.Client, accept: str, type_: str) -> None:
    answer = client.get("/ogc/collections/tree/items", headers={"Accept": accept})
    assert answer.headers["content-type"] == type_
    assert "Accept" in answer.headers["vary"]


def test_a_form_that_is_not_offered_is_not_faked(client: httpx.Client) -> None:
    assert client.get("/ogc/collections", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/ogc/collections?f=xml").status_code == 400


def test_an_error_is_json_in_the_visitors_language(client: httpx.Client) -> None:
    polish = client.get("/ogc/collections/tree/items?limit=x&lang=pl")
    english = client.get("/ogc/collections/tree/items?limit=x&lang=en")
    assert polish.status_code == english.status_code == 400
    assert "liczba" in polish.json()["description"]
    assert "number" in english.json()["description"]


@pytest.mark.parametrize("path", ["", "/items", "/items/1", "/schema", "/queryables"])
@pytest.mark.parametrize("name", ["heating", "absent", "pub", "tree%20"])
def test_a_restricted_layer_is_as_absent_as_one_that_does_not_exist(
    client: httpx.Client, name: str, path: str
) -> None:
    assert client.get(f"/ogc/collections/{name}{path}").status_code == 404


def test_schemas_name_the_public_fields_with_their_roles_and_units(client: httpx.Client) -> None:
    for kind in ("schema", "queryables"):
        answer = client.get(f"/ogc/collections/tree/{kind}?lang=en")
        schema = answer.json()
        assert answer.headers["content-type"] == "application/schema+json"
        jsonschema.Draft202012Validator.check_schema(schema)
        properties = schema["properties"]
        assert "owner_name" not in properties
        assert properties["id"]["x-ogc-role"] == "id"
        assert properties["geom"] == {
            "title": "Geometry",
            "format": "geometry-point",
            "x-ogc-role": "primary-geometry",
            "x-ogc-propertySeq": len(properties),
        }
        assert properties["height_m"]["x-ogc-unit"] == "m"
        assert {"const": "1", "title": "good"} in properties["health"]["oneOf"]


def test_the_api_definition_has_every_queryable_as_a_parameter(client: httpx.Client) -> None:
    definition = client.get("/ogc/api").json()
    assert definition["openapi"].startswith("3.0")
    operation = definition["paths"]["/collections/tree/items"]["get"]
    named = {one["name"] for one in operation["parameters"] if "name" in one}
    assert {"name", "rings", "protected", "planted"} <= named
    assert "owner_name" not in named


def test_documents_have_an_etag_and_answer_304_to_those_who_have_them(client: httpx.Client) -> None:
    for page in ("/ogc/collections", "/ogc/collections/tree/items?limit=3"):
        first = client.get(page)
        again = client.get(page, headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
        assert again.status_code == 304
        assert again.content == b""
        other = client.get(page, headers={"If-None-Match": '"x"'})
        assert other.status_code == 200


def test_head_answers_as_get_does_without_a_body(client: httpx.Client) -> None:
    answer = client.head("/ogc/collections/tree/items?limit=3")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.content == b""


def test_parameters_that_no_resource_defines_are_refused(client: httpx.Client) -> None:
    for page in ("/ogc", "/ogc/collections", "/ogc/collections/tree", "/ogc/conformance"):
        assert client.get(f"{page}?nosuch=1").status_code == 400
    assert client.get("/ogc/collections?f=json&f=html").status_code == 400


LAYER = """
title: {{pl: Warstwa {n}, en: Layer {n}}}
abstract: {{pl: Warstwa., en: Layer.}}
geometry: Point
fields:
  name: {{type: text, title: {{pl: Nazwa, en: Name}}}}
  height_m: {{type: number, unit: m, title: {{pl: Wysokość, en: Height}}}}
"""


def test_three_hundred_collections_are_listed_in_time_and_kept(tmp_path: Path) -> None:
    (tmp_path / "layers/many").mkdir(parents=True)
    text = "title: {pl: A, en: A}\nabstract: {pl: A, en: A}\n"
    (tmp_path / "layers/many/_theme.yaml").write_text(f"{text}order: 1\n")
    (tmp_path / "layers/_project.yaml").write_text(
        f"{text}contact: {{organisation: {{pl: U, en: O}}, email: o@x.invalid}}\n"
        "extent: {west: 20.2, south: 50.6, east: 21.0, north: 51.1}\n"
    )
    for n in range(300):
        (tmp_path / f"layers/many/layer_{n}.yaml").write_text(LAYER.format(n=n))
    pool: Any = None  # no document asks the database
    settings = Settings(project=tmp_path, state=tmp_path)
    now = Context(catalogues.load(tmp_path), settings, tmp_path, pool, {})
    reader = Reader(now, "http://localhost", "pl")
    documents.collections(reader)
    began = time.perf_counter()
    listed = documents.collections(reader)
    openapi.definition(reader)
    assert time.perf_counter() - began < 2
    assert len(listed["collections"]) >= 300
    made = [now.rendered.get("key", lambda: b"x") for _ in range(2)]
    assert made[0] is made[1]
