"""The documents of processes and jobs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from sip import polish
from sip.jobs.process import Found, Output
from sip.negotiation import JSON

_REL = "http://www.opengis.net/def/rel/ogc/1.0/"


def link(href: str, rel: str, title: str, media: str = JSON.type) -> dict[str, str]:
    """Return a link."""
    return {"href": href, "rel": rel, "type": media, "title": title}


def summary(found: Found, said: str, root: str) -> dict[str, Any]:
    """Return a process as it stands in the list."""
    process = found.process
    is_file = any(one.media_type for one in process.outputs.values())
    path = f"{root}/ogc/processes/{found.id}"
    return {
        "id": found.id,
        "version": process.version,
        "title": process.title[said],
        "description": process.description[said],
        "jobControlOptions": ["sync-execute", "async-execute", "dismiss"]
        if process.is_immediate
        else ["async-execute", "dismiss"],
        "outputTransmission": ["value", "reference"] if is_file else ["value"],
        "links": [
            link(path, "self", process.title[said]),
            link(f"{path}/execution", f"{_REL}execute", process.title[said]),
        ],
    }


def description(found: Found, said: str, root: str) -> dict[str, Any]:
    """Return all that a process says of itself."""
    process = found.process
    return {
        **summary(found, said, root),
        "inputs": {
            name: {
                "title": one.title[said],
                **({"description": one.description[said]} if one.description else {}),
                "schema": one.schema,
                "minOccurs": int(one.required),
                "maxOccurs": 1,
            }
            for name, one in process.inputs.items()
        },
        "outputs": {
            name: {
                "title": one.title[said],
                "schema": {"type": "string", "contentMediaType": one.media_type}
                if one.media_type
                else one.schema,
            }
            for name, one in process.outputs.items()
        },
    }


def status(row: asyncpg.Record, root: str, said: str) -> dict[str, Any]:
    """Return how far a job is."""
    job = str(row["id"])
    path = f"{root}/ogc/jobs/{job}"
    links = [link(path, "self", "Status")]
    if row["status"] == "successful":
        links.append(link(f"{path}/results", f"{_REL}results", "Results"))
    times = {name: row[name] for name in ("created", "started", "finished", "updated")}
    return {
        "type": "process",
        "processID": row["process"],
        "jobID": job,
        "status": row["status"],
        "message": message(row, said),
        "progress": row["progress"],
        **{name: _instant(one) for name, one in times.items() if one is not None},
        "links": links,
    }


def message(row: asyncpg.Record, said: str) -> str:
    """Return what a job says, as commands say it in a language."""
    text = str(row["message"])
    return polish.said(text) if said == "pl" else text


def results(
    found: Found, stored: Mapping[str, Any], wanted: Sequence[str] | None, path: str, said: str
) -> dict[str, Any]:
    """Return what came of a job: values, and links to files."""
    return {
        name: _value(one["value"], found.process.outputs[name], said)
        if "value" in one
        else {
            "href": f"{path}/results/{name}",
            "type": found.process.outputs[name].media_type,
            "title": found.process.outputs[name].title[said],
        }
        for name, one in stored.items()
        if name in found.process.outputs and (wanted is None or name in wanted)
    }


def _value(value: Any, output: Output, said: str) -> Any:
    # Jobs of before 2026-12 have it in English alone.
    return value.get(said, value) if output.is_spoken else value


def _instant(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
