"""What processes and jobs add to the OGC API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from services.processes.problems import PROBLEM
from sip.negotiation import JSON
from sip.ogc import Link, OgcPart
from sip.service import Context
from sip.text import Text

_CONF = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/"
_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
_REFUSALS = {
    "400": "The request is not what the process asks for, or the job failed",
    "401": "The caller has to sign in",
    "403": "The caller may not run this process",
    "404": "There is no such process or job, or no result yet",
    "429": "Too many jobs of the caller are not done",
}


def _links(_now: Context) -> Sequence[Link]:
    return (
        Link(f"{_REL}processes", "/ogc/processes", JSON.type, Text(pl="Procesy", en="Processes")),
        Link(f"{_REL}job-list", "/ogc/jobs", JSON.type, Text(pl="Moje zadania", en="My jobs")),
    )


def _paths(_now: Context) -> Mapping[str, Any]:
    lang = {"$ref": "#/components/parameters/lang"}
    process, job, output = (_in_path(name) for name in ("processId", "jobId", "outputId"))
    execute = _operation("execute", "Run a process, or make a job of it", [process, lang])
    execute["responses"]["201"] = _content("A job was made; its address is in Location")
    execute["requestBody"] = {"content": {JSON.type: {"schema": {"type": "object"}}}}
    anything: dict[str, Any] = {"*/*": {"schema": {}}}
    return {
        "/processes": {"get": _operation("getProcesses", "List the processes", [lang])},
        "/processes/{processId}": {
            "get": _operation("getProcess", "Describe a process", [process, lang])
        },
        "/processes/{processId}/execution": {"post": execute},
        "/jobs": {"get": _operation("getJobs", "List one's own jobs", [*_list(), lang])},
        "/jobs/{jobId}": {
            "get": _operation("getStatus", "How far a job is", [job, lang]),
            "delete": _operation("dismiss", "Stop a job, and forget its results", [job, lang]),
        },
        "/jobs/{jobId}/results": {
            "get": _operation("getResult", "What came of a job", [job, lang])
        },
        "/jobs/{jobId}/results/{outputId}": {
            "get": _operation("getFile", "A file that a job has made", [job, output], anything)
        },
    }


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _list() -> list[dict[str, Any]]:
    words = {"type": "string"}
    number = {"type": "integer", "minimum": 1}
    known = {
        "processID": words, "type": words, "status": words, "datetime": words,
        "minDuration": number, "maxDuration": number, "limit": number,
    }  # fmt: skip
    return [
        {"name": name, "in": "query", "required": False, "schema": schema}
        for name, schema in known.items()
    ]


def _content(text: str, content: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {
        "description": text,
        "content": content or {JSON.type: {"schema": {"type": "object"}}},
    }


def _operation(
    name: str,
    summary: str,
    parameters: list[dict[str, Any]],
    content: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    problem = {PROBLEM: {"schema": {"type": "object"}}}
    refusals = {code: _content(text, problem) for code, text in _REFUSALS.items()}
    # The application around it refuses, too: a body that is too long, a key that is not in force.
    for code in ("400", "401", "403"):
        refusals[code]["content"][JSON.type] = {"schema": {"type": "object"}}
    return {
        "operationId": name,
        "summary": summary,
        "tags": ["Processes"],
        "parameters": parameters,
        "responses": {"200": _content(summary, content), **refusals},
    }


PART = OgcPart(
    conformance=tuple(
        _CONF + name for name in ("core", "json", "ogc-process-description", "job-list", "dismiss")
    ),
    links=_links,
    paths=_paths,
)
