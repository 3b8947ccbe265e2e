"""MapServer as a process, and the way that a checked request goes to it.

Behind nginx the application answers with `X-Accel-Redirect` and nginx fetches the picture over
FastCGI; where no front door says so, MapServer runs once as CGI.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from services.ows import dimension, mapfile, roles
from services.ows.map_request import MapRequest
from sip.catalogue import Layer
from sip.errors import ProjectError
from sip.service import Context, context
from sip.settings import Settings
from sip.text import Language

FRONT_HEADER = "x-sip-mapserver"
"""nginx sets it on every request, to the internal location that leads to MapServer."""
LOCATION = "/_mapserver"
"""That location: its arguments are MapServer's query."""
SOCKET = "mapserver.sock"
"""The FastCGI socket, in `settings.run`."""
FOLDER = "ows"
"""The service's folder in a published generation."""
_PROGRAMS = ("/usr/lib/cgi-bin/mapserv", "/usr/bin/mapserv")
_SETS_KEPT = 500


def command() -> Sequence[str]:
    """Return the command line of MapServer, for a FastCGI process manager.

    Raises:
        ProjectError: It is not installed.
    """
    found = next((one for one in _PROGRAMS if Path(one).exists()), shutil.which("mapserv"))
    if found is None:
        raise ProjectError("MapServer is not installed: apt-get install cgi-mapserver")
    return (found,)


def environment(settings: Settings) -> Mapping[str, str]:
    """Return the variables that the process needs; write its configuration with `prepare`."""
    return {"MAPSERVER_CONFIG_FILE": str(_configuration(settings)), "LC_ALL": "C.UTF-8"}


def prepare(settings: Settings) -> None:
    """Write MapServer's configuration: which mapfiles it may open. Before it starts."""
    home = settings.published.parent
    text = mapfile.configuration([home.resolve(), _sets(settings)])
    file = _configuration(settings)
    if not file.exists() or file.read_text() != text:
        half = file.with_name(f"{file.name}.{os.getpid()}")
        half.write_text(text)
        half.replace(file)


def _configuration(settings: Settings) -> Path:
    return settings.state / mapfile.CONFIG


def _sets(settings: Settings) -> Path:
    """Return the folder of map sets, which the application's account may write to."""
    return settings.run.resolve() / "app" / "mapsets"


def map_query(now: Context, asked: MapRequest) -> str:
    """Return MapServer's query for a picture: as WMS 1.1.1, where a box is always x, y."""
    box = asked.box
    names = [drawn_for(now, *one) for one in zip(asked.layers, asked.drawn, strict=True)]
    values = {
        "map": str(map_file(now, names, "pl")),
        "SERVICE": "WMS",
        "VERSION": "1.1.1",
        "REQUEST": "GetMap",
        "LAYERS": ",".join(mapfile.group(name) for name in asked.drawn),
        "STYLES": "",
        "SRS": f"EPSG:{asked.crs or 4326}",
        "BBOX": f"{box.west!r},{box.south!r},{box.east!r},{box.north!r}",
        "WIDTH": asked.width,
        "HEIGHT": asked.height,
        "FORMAT": asked.media,
        "TRANSPARENT": "TRUE" if asked.transparent else "FALSE",
        "BGCOLOR": asked.background,
    }
    if asked.dpi:
        values["MAP_RESOLUTION"] = asked.dpi
    moments = dimension.values(asked.time, now.viewer.as_of)
    return urlencode({**values, **moments, **roles.values(now.viewer, asked.layers)})


def drawn_for(now: Context, layer: Layer, drawn: str) -> str:
    """Return the name of the mapfile that draws what the viewer sees of a layer, and when."""
    if roles.is_own(layer):
        return roles.own_name(drawn)
    return mapfile.past_name(drawn) if now.viewer.as_of else drawn


def map_file(now: Context, names: Sequence[str], language: Language) -> Path:
    """Return the mapfile of a layer, or of a set of layers, which is made where it is new."""
    folder = now.published / FOLDER
    if len(names) == 1:
        return folder / f"{names[0]}.{language}.map"
    wanted = list(dict.fromkeys(names))
    key = f"{folder}\n{language}\n{','.join(wanted)}"
    name = hashlib.sha256(key.encode()).hexdigest()[:24]
    file = _sets(now.settings) / f"{name}.map"
    if not file.exists():
        _make_room(file.parent)
        half = file.with_name(f"{name}.{os.getpid()}")
        half.write_text(mapfile.mapfile(now.catalogue, wanted, language, folder=folder))
        half.replace(file)
    return file


def _make_room(folder: Path) -> None:
    """Forget the oldest sets, so that nobody fills the disk by asking for many."""
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.glob("*.map"), key=lambda one: one.stat().st_mtime)
    for old in files[: -_SETS_KEPT or None]:
        old.unlink(missing_ok=True)


async def hand_over(request: Request, query: str, headers: Mapping[str, str]) -> Response:
    """Let MapServer answer a query: through the front door, or as one CGI process."""
    location = request.headers.get(FRONT_HEADER)
    if location:
        return Response(headers={"X-Accel-Redirect": f"{location}?{query}", **headers})
    return await _run(context(request).settings, query, headers)


async def _run(settings: Settings, query: str, headers: Mapping[str, str]) -> Response:
    await asyncio.to_thread(prepare, settings)
    process = await asyncio.create_subprocess_exec(
        *command(),
        env={**environment(settings), "REQUEST_METHOD": "GET", "QUERY_STRING": query},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    async with asyncio.timeout(settings.limits.statement_s * 2):
        output, _ = await process.communicate()
    head, _, body = output.partition(b"\r\n\r\n")
    fields = dict(
        line.decode("latin-1").split(": ", 1) for line in head.split(b"\r\n") if b": " in line
    )
    return Response(body, headers={"Content-Type": fields["Content-Type"], **headers})
