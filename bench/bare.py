"""A bare asyncpg endpoint: the least that can stand between HTTP and PostGIS.

Run by uvicorn with `BENCH_DSN`; it has no CRS, no filter, no links, no negotiation.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_GEOJSON = "application/geo+json"
_FEATURE = """json_build_object('type', 'Feature', 'id', id,
    'geometry', ST_AsGeoJSON(ST_Transform(geom, 4326), 7)::json,
    'properties', json_build_object('code', code, 'kind', kind, 'height_m', height_m, 'seen', seen)
)"""


@contextlib.asynccontextmanager
async def _pool(app: Starlette) -> AsyncIterator[dict[str, Any]]:
    async with asyncpg.create_pool(os.environ["BENCH_DSN"], min_size=1, max_size=8) as pool:
        yield {"pool": pool}


async def _items(request: Request) -> Response:
    layer = request.path_params["layer"]
    box = [float(one) for one in request.query_params["bbox"].split(",")]
    text = await request.state.pool.fetchval(
        f"""SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(feature))
        FROM (SELECT {_FEATURE} AS feature FROM bench.{layer}
              WHERE ST_Intersects(geom, ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 4326), 2178))
              ORDER BY id LIMIT $5) AS page""",
        *box,
        int(request.query_params["limit"]),
    )
    return Response(text, media_type=_GEOJSON)


async def _item(request: Request) -> Response:
    layer = request.path_params["layer"]
    text = await request.state.pool.fetchval(
        f"SELECT {_FEATURE} FROM bench.{layer} WHERE id = $1", int(request.path_params["row"])
    )
    return Response(text, media_type=_GEOJSON)


async def _tile(request: Request) -> Response:
    layer = request.path_params["layer"]
    level, column, row = (int(request.path_params[name]) for name in ("z", "x", "y"))
    body = await request.state.pool.fetchval(
        f"""WITH around AS (SELECT ST_TileEnvelope($1, $2, $3) AS box),
        tile AS (SELECT id, code, ST_AsMVTGeom(ST_Transform(geom, 3857), box) AS geom
            FROM bench.{layer}, around WHERE geom && ST_Transform(box, 2178))
        SELECT ST_AsMVT(tile, '{layer}', 4096, 'geom', 'id') FROM tile WHERE geom IS NOT NULL""",
        level,
        column,
        row,
    )
    return Response(body, media_type="application/vnd.mapbox-vector-tile")


app = Starlette(
    lifespan=_pool,
    routes=[
        Route("/{layer}/items", _items),
        Route("/{layer}/items/{row}", _item),
        Route("/{layer}/tiles/{z}/{x}/{y}", _tile),
    ],
)
