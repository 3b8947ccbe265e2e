"""The file of a layer of points, whole or by ranges of bytes (RFC 9110, 14)."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from sip.errors import NotFound
from sip.service import context

_COPC = "application/vnd.laszip+copc"


def routes() -> Sequence[BaseRoute]:
    """Return the route."""
    return [Route("/points/{layer}.copc.laz", _points, methods=["GET"])]


async def _points(request: Request) -> Response:
    """Answer the file, or the parts of it that `Range` names."""
    now = context(request)
    name = request.path_params["layer"]
    layer = now.catalogue.layers.get(name)
    if layer is None or not layer.offers("points") or layer.spec.point_cloud is None:
        raise NotFound(f'there are no points "{name}"')
    file = now.settings.data / layer.spec.point_cloud.file
    if not file.is_file():
        raise NotFound(f'the points of "{name}" have not been made yet')
    headers = {"Cache-Control": "public, no-cache" if layer.is_public else "private, no-cache"}
    return FileResponse(file, media_type=_COPC, filename=f"{name}.copc.laz", headers=headers)
