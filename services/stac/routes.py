"""STAC 1.1: a catalogue, a collection per layer of files, an item per file, the files themselves.

Items are what `sip build` has written of each file; links and titles are added here. Whoever may
download a layer sees its items.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from sip.catalogue import Layer
from sip.errors import NotFound
from sip.service import Context, base_url, context, language

_VERSION = "1.1.0"
_JSON, _GEOJSON = "application/json", "application/geo+json"


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        Route("/stac", _catalogue),
        Route("/stac/{collection}", _collection),
        Route("/stac/{collection}/{item}", _item),
        Route("/stac/{collection}/{item}/data", _data),
    ]


async def _catalogue(request: Request) -> Response:
    """List the collections that the viewer may download."""
    now, said, root = context(request), language(request), base_url(request)
    project = now.catalogue.project
    links = [
        _link("root", f"{root}/stac", _JSON), _link("self", f"{root}/stac", _JSON),
        _link("related", f"{root}/ogc?f=json", _JSON, "OGC API"),
        *(
            _link("child", f"{root}/stac/{one.id}", _JSON, one.spec.title[said])
            for one in _layers(now) if _items(now, one)
        ),
    ]  # fmt: skip
    return _answer(request, {
        "type": "Catalog", "stac_version": _VERSION, "id": "sip", "title": project.title[said],
        "description": project.abstract[said], "links": links,
    })  # fmt: skip


async def _collection(request: Request) -> Response:
    """Describe the files of a layer."""
    now, said, root = context(request), language(request), base_url(request)
    layer = _layer(now, request.path_params["collection"])
    items = _items(now, layer)
    if not items:
        raise NotFound(f'the files of "{layer.id}" have not been described; run sip build')
    own, project = layer.metadata, now.catalogue.project
    licence, contact = own.licence or project.licence, own.contact or project.contact
    here = f"{root}/stac/{layer.id}"
    links = [
        _link("root", f"{root}/stac", _JSON), _link("parent", f"{root}/stac", _JSON),
        _link("self", here, _JSON), _link("license", _text_of(licence), "text/html"),
        *(_link("item", f"{here}/{name}", _GEOJSON, name) for name in items),
    ]  # fmt: skip
    return _answer(request, {
        "type": "Collection", "stac_version": _VERSION, "id": layer.id,
        "title": layer.spec.title[said], "description": layer.spec.abstract[said],
        "license": licence if ":" not in licence else "other",
        "providers": [
            {"name": contact.organisation[said], "roles": ["producer", "licensor", "host"]}
        ],
        "extent": _extent(list(items.values())),
        "links": links,
    })  # fmt: skip


async def _item(request: Request) -> Response:
    """Answer what there is to say of a file."""
    now, said, root = context(request), language(request), base_url(request)
    layer, name, item = _found(request)
    here = f"{root}/stac/{layer.id}"
    item["collection"] = layer.id
    item["properties"]["title"] = layer.spec.title[said]
    item["links"] = [
        _link("root", f"{root}/stac", _JSON), _link("parent", here, _JSON),
        _link("collection", here, _JSON), _link("self", f"{here}/{name}", _GEOJSON),
        *(
            _link("derived_from", f"{root}/stac/{source}/{one}", _GEOJSON)
            for source, one in item["properties"].pop("sip:derived_from", [])
            if one in _items_of(now, source)
        ),
    ]  # fmt: skip
    item["assets"]["data"]["href"] = f"{here}/{name}/data"
    return _answer(request, item, _GEOJSON)


async def _data(request: Request) -> Response:
    """Answer the file, whole or by ranges of bytes (RFC 9110, 14)."""
    now = context(request)
    layer, _, item = _found(request)
    file = now.settings.data / item["assets"]["data"]["href"]
    if item["assets"]["data"]["href"] not in _files(layer) or not file.is_file():
        raise NotFound(f'the file of "{layer.id}" is not there')
    headers = {"Cache-Control": "public, no-cache" if layer.is_public else "private, no-cache"}
    kind = item["assets"]["data"]["type"]
    return FileResponse(file, media_type=kind, filename=file.name, headers=headers)


def _found(request: Request) -> tuple[Layer, str, dict[str, Any]]:
    now = context(request)
    layer, name = _layer(now, request.path_params["collection"]), request.path_params["item"]
    item = _items(now, layer).get(name)
    if item is None:
        raise NotFound(f'"{layer.id}" has no item "{name}"')
    return layer, name, item


def _layers(now: Context) -> Sequence[Layer]:
    return [one for one in now.catalogue.layers.values() if _is_offered(one)]


def _is_offered(layer: Layer) -> bool:
    if layer.spec.raster is not None:
        return layer.offers("download")
    return layer.spec.point_cloud is not None and layer.offers("points")


def _layer(now: Context, name: str) -> Layer:
    layer = now.catalogue.layers.get(name)
    if layer is None or not _is_offered(layer):
        raise NotFound(f'there is no collection "{name}"')
    return layer


def _files(layer: Layer) -> set[str]:
    if layer.spec.raster is not None:
        return {one.file for one in layer.spec.raster.files}
    return {layer.spec.point_cloud.file} if layer.spec.point_cloud is not None else set()


def _items(now: Context, layer: Layer) -> Mapping[str, dict[str, Any]]:
    """Return the items of a layer by their ids."""
    return {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(_folder(now, layer.id).glob("*.json"))
    }


def _items_of(now: Context, name: str) -> Mapping[str, dict[str, Any]]:
    layer = now.catalogue.layers.get(name)
    return _items(now, layer) if layer is not None and _is_offered(layer) else {}


def _folder(now: Context, name: str) -> Path:
    return now.settings.records / name


def _extent(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    west, south, east, north = zip(*(one["bbox"] for one in items), strict=True)
    times = [one["properties"] for one in items]
    return {
        "spatial": {"bbox": [[min(west), min(south), max(east), max(north)]]},
        "temporal": {
            "interval": [[
                min(one["start_datetime"] for one in times),
                max(one["end_datetime"] for one in times),
            ]]
        },
    }  # fmt: skip


def _text_of(licence: str) -> str:
    return licence if ":" in licence else f"https://spdx.org/licenses/{licence}"


def _link(rel: str, href: str, kind: str, title: str = "") -> dict[str, str]:
    return {"rel": rel, "href": href, "type": kind, **({"title": title} if title else {})}


def _answer(request: Request, body: Mapping[str, Any], kind: str = _JSON) -> Response:
    headers = {"Content-Language": language(request), "Cache-Control": "no-cache"}
    return Response(orjson.dumps(body), 200, headers, kind)
