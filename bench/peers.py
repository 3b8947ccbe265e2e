"""The peers: each started as its authors advise, two processes like SIP, and stopped again."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from bench.data import LAYERS
from services.ows import engine
from sip import account
from sip.publish import current
from sip.settings import Settings

_WORKERS = "2"


@dataclasses.dataclass(frozen=True)
class Peer:
    """A running server."""

    name: str
    url: str
    processes: tuple[int, ...]
    """Roots of its process trees, PostgreSQL not among them."""


@contextlib.contextmanager
def tipg(settings: Settings, python: Path, port: int) -> Iterator[Peer]:
    """Run tipg over the tables of the schema `bench`."""
    environment = {
        "DATABASE_URL": f"postgresql://sip_owner@{quote(str(settings.run), safe='')}/sip",
        "TIPG_DB_SCHEMAS": '["bench"]',
        "TIPG_MAX_FEATURES_PER_QUERY": "10000",
    }
    words = ["-m", "uvicorn", "tipg.main:app", "--port", str(port), "--workers", _WORKERS]
    with _running("tipg", [str(python), *words], environment, port, "/collections") as peer:
        yield peer


@contextlib.contextmanager
def pygeoapi(settings: Settings, python: Path, port: int) -> Iterator[Peer]:
    """Run stock pygeoapi with its PostgreSQL providers over the copies in EPSG:4326."""
    folder = settings.state / "pygeoapi"
    folder.mkdir(exist_ok=True)
    configuration = folder / "pygeoapi.yml"
    configuration.write_text(_pygeoapi_configuration(settings, port), encoding="utf-8")
    environment = {
        "PYGEOAPI_CONFIG": str(configuration),
        "PYGEOAPI_OPENAPI": str(folder / "openapi.yml"),
    }
    program = python.with_name("pygeoapi")
    subprocess.run(
        [program, "openapi", "generate", configuration, "--output-file", folder / "openapi.yml"],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    words = ["-m", "uvicorn", "pygeoapi.starlette_app:APP"]
    words += ["--port", str(port), "--workers", _WORKERS]
    with _running("pygeoapi", [str(python), *words], environment, port, "/") as peer:
        yield peer


@contextlib.contextmanager
def bare(settings: Settings, port: int) -> Iterator[Peer]:
    """Run the bare asyncpg endpoint."""
    words = [sys.executable, "-m", "uvicorn", "bench.bare:app", "--port", str(port)]
    words += ["--workers", _WORKERS, "--no-access-log"]
    environment = {"BENCH_DSN": settings.dsn("sip_owner")}
    with _running("bare", words, environment, port, "/bench_polygon/items/1") as peer:
        yield peer


@contextlib.contextmanager
def mapserver(settings: Settings, port: int, roots: tuple[int, ...]) -> Iterator[Peer]:
    """Name SIP's own map server, reached past SIP through an nginx of its own.

    Same processes, same mapfiles: what differs is only what SIP puts before them.
    """
    folder = settings.state / "bare-nginx"
    folder.mkdir(exist_ok=True)
    configuration = folder / "nginx.conf"
    user = f"user {account.name()};" if os.geteuid() == 0 else ""
    configuration.write_text(
        f"""daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 2; {user}
        events {{}}
        http {{ access_log off; client_body_temp_path {folder}/b; fastcgi_temp_path {folder}/f;
          proxy_temp_path {folder}/p; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          server {{ listen 127.0.0.1:{port};
            location / {{ fastcgi_pass unix:{settings.run / engine.SOCKET};
              fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD GET;
              fastcgi_param SCRIPT_NAME /; fastcgi_param SERVER_NAME localhost;
              fastcgi_param SERVER_PORT {port}; }} }} }}""",
        encoding="utf-8",
    )
    words = ["nginx", "-c", str(configuration)]
    with _running("mapserver", words, {}, port, "/?mode=none") as peer:
        yield dataclasses.replace(peer, processes=(*peer.processes, *roots))


def mapfile(settings: Settings, layer: str) -> Path:
    """Return the mapfile that SIP made for a layer."""
    generation = current(settings)
    assert generation is not None
    return generation / engine.FOLDER / f"{layer}.pl.map"


@contextlib.contextmanager
def _running(
    name: str, words: list[str], environment: dict[str, str], port: int, ready: str
) -> Iterator[Peer]:
    process = subprocess.Popen(
        words,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _await(url + ready, process)
        yield Peer(name, url, (process.pid,))
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _await(url: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server for {url} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"nothing answers at {url}")


def _pygeoapi_configuration(settings: Settings, port: int) -> str:
    connection = f"""
        data: {{host: {settings.run}, port: 5432, dbname: {settings.database},
               user: sip_owner, password: '', search_path: [bench]}}"""
    layers = "".join(
        f"""
  {name}:
    type: collection
    title: {name}
    description: {name}
    keywords: [bench]
    links: []
    extents: {{spatial: {{bbox: [20, 50, 21.5, 51.5]}}}}
    providers:
      - type: feature
        name: PostgreSQL
        id_field: id
        table: {name}_4326
        geom_field: geom{connection}
      - type: tile
        name: MVT-postgresql
        id_field: id
        table: {name}_4326
        geom_field: geom{connection}
        options: {{zoom: {{min: 0, max: 20}}}}
        format: {{name: pbf, mimetype: application/vnd.mapbox-vector-tile}}"""
        for name in LAYERS
    )
    return f"""
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US]
  limits: {{default_items: 10, max_items: 10000}}
  map: {{url: "", attribution: ""}}
logging: {{level: ERROR}}
metadata:
  identification: {{title: b, description: b, keywords: [b], keywords_type: theme,
    terms_of_service: "", url: "http://localhost"}}
  license: {{name: none, url: "http://localhost"}}
  provider: {{name: b, url: "http://localhost"}}
  contact: {{name: b, position: b, address: b, city: b, stateorprovince: b, postalcode: b,
    country: b, phone: b, fax: b, email: b@b.invalid, url: "http://localhost", hours: b,
    instructions: b, role: pointOfContact}}
resources:{layers}
"""
