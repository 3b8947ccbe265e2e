"""Counts for Prometheus, shared by all worker processes where the supervisor says a folder."""

from __future__ import annotations

from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client import REGISTRY as OWN
from prometheus_client.exposition import generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.types import Scope

FOLDER = "metrics"
"""Below the run folder; the supervisor empties it and names it in PROMETHEUS_MULTIPROC_DIR."""

_SERVICES = ("ogc", "tiles", "ows", "wfs", "csw", "api", "download", "styles", "qgis", "map")
_LABELS = ("service", "method")
_REQUESTS = Counter("sip_requests", "Requests answered", (*_LABELS, "status"))
_SECONDS = Histogram(
    "sip_request_seconds",
    "Time until the last byte was handed over",
    _LABELS,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20),
)
_BYTES = Counter("sip_response_bytes", "Bytes of bodies, before compression", _LABELS)


def count(scope: Scope, status: int, seconds: float, size: int) -> None:
    """Count one answered request."""
    first = scope["path"].split("/")[1]
    service = first if first in _SERVICES else "portal"
    method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "OPTIONS") else "other"
    _REQUESTS.labels(service, method, str(status)).inc()
    _SECONDS.labels(service, method).observe(seconds)
    _BYTES.labels(service, method).inc(size)


def exposition(folder: Path) -> tuple[bytes, str]:
    """Return the counts of all workers (or of this one, where none share) and their media type."""
    if not folder.is_dir():
        return generate_latest(OWN), CONTENT_TYPE_LATEST
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]
    return generate_latest(registry), CONTENT_TYPE_LATEST
