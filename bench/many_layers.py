"""Start SIP with 300 generated layers and say how long that and the long documents take.

`python -m bench.many_layers [--layers 300]`. Goals: a worker starts in under 10 s; warm,
`/ogc/collections` and GetCapabilities of WMS take under 0.3 s; a published change is seen in 2 s.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from sip.settings import Settings

_PROJECT = """\
title: {pl: Miasto, en: Town}
abstract: {pl: Wygenerowane., en: Generated.}
contact: {organisation: {pl: Urząd, en: Office}, email: office@example.org}
extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
"""
_THEME = """\
title: {{pl: Temat {number}, en: Theme {number}}}
abstract: {{pl: Warstwy., en: Layers.}}
order: {number}
"""
_LAYER = """\
title: {{pl: Warstwa {number}, en: Layer {number}}}
abstract: {{pl: Wygenerowana., en: Generated.}}
geometry: {geometry}
fields:
  name: {{type: text, title: {{pl: Nazwa, en: Name}}, required: true}}
  height_m: {{type: number, title: {{pl: Wysokość, en: Height}}, unit: m, min: 0}}
  stems: {{type: integer, title: {{pl: Pnie, en: Stems}}}}
  seen: {{type: date, title: {{pl: Widziano, en: Seen}}}}
name_field: name
search: [name]
"""
_STYLES = {
    "Point": 'symbol: {fill: "#cc3333", size_px: 8}',
    "LineString": 'symbol: {stroke: "#3333cc", stroke_width_px: 2}',
    "MultiPolygon": 'symbol: {fill: "#33cc33", stroke: "#333333"}',
}
_THEMES = 12
_PORT = 8199
DOCUMENTS = (
    "/ogc/collections?f=json",
    "/ows?SERVICE=WMS&REQUEST=GetCapabilities",
    "/ows?SERVICE=WFS&REQUEST=GetCapabilities",
    "/csw?SERVICE=CSW&REQUEST=GetCapabilities",
    "/api/catalogue",
)


def main() -> int:
    """Generate, start, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layers", type=int, default=300)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sip-many-") as folder:
        settings = Settings(Path(folder), Path(folder) / ".sip", port=_PORT, mode="production")
        generate(settings.project, args.layers)
        _sip(settings, "setup", "--data-only")
        try:
            _measure(settings)
        finally:
            _sip(settings, "down")
    return 0


def generate(folder: Path, layers: int) -> None:
    """Write a project of so many layers of every geometry."""
    for theme in range(_THEMES):
        _write(folder / f"layers/theme_{theme}/_theme.yaml", _THEME.format(number=theme))
    _write(folder / "layers/_project.yaml", _PROJECT)
    for number in range(layers):
        geometry, style = list(_STYLES.items())[number % len(_STYLES)]
        name = f"theme_{number % _THEMES}/layer_{number}.yaml"
        _write(folder / "layers" / name, _LAYER.format(number=number, geometry=geometry))
        _write(folder / "styles" / name, f"kind: simple\n{style}\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _measure(settings: Settings) -> None:
    base = f"http://127.0.0.1:{_PORT}"
    began = time.monotonic()
    with _worker(settings) as worker:
        _until(lambda: _answer(f"{base}/healthz") is not None)
        took, used = time.monotonic() - began, worker.cpu_times()
        print(f"a worker starts       {took:7.2f} s, {used.user + used.system:.2f} s of CPU")
        for path in DOCUMENTS:
            first = _seconds(base + path)
            warm = statistics.median(_seconds(base + path) for _ in range(21))
            print(f"{path:45} {first:7.3f} s at first, {warm:.4f} s warm")
        print(f"a change is seen      {_seen(settings, base):7.2f} s after it was published")


@contextlib.contextmanager
def _worker(settings: Settings) -> Iterator[psutil.Process]:
    command = [sys.executable, "-m", "uvicorn", "--factory", "services.gateway.app:create"]
    words = ["--port", str(_PORT), "--log-level", "warning", "--no-access-log"]
    with subprocess.Popen([*command, *words], env=_environment(settings)) as worker:
        try:
            yield psutil.Process(worker.pid)
        finally:
            worker.terminate()


def _seen(settings: Settings, base: str) -> float:
    """Publish another title and return the seconds until the worker tells it."""
    changed = settings.project / "layers/theme_0/layer_0.yaml"
    changed.write_text(changed.read_text().replace("en: Layer 0", "en: Lamp 0"))
    _sip(settings, "publish")
    began = time.monotonic()
    _until(lambda: b"Lamp 0" in (_answer(f"{base}/ogc/collections/layer_0?lang=en&f=json") or b""))
    return time.monotonic() - began


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the worker does not answer as it should")
        time.sleep(0.02)


def _seconds(url: str) -> float:
    began = time.monotonic()
    if not _answer(url):
        raise ValueError(f"{url} has no answer")
    return time.monotonic() - began


def _answer(url: str) -> bytes | None:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return bytes(answer.read())
    except OSError:
        return None


def _sip(settings: Settings, *words: str) -> None:
    program = Path(sys.executable).with_name("sip")
    subprocess.run([program, *words], env=_environment(settings), check=True)


def _environment(settings: Settings) -> dict[str, str]:
    return {**settings.environment, "PATH": os.environ["PATH"]}


if __name__ == "__main__":
    sys.exit(main())
