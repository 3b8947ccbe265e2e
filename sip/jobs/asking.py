"""Asking for a job: the row that becomes one, under the role of the one who asks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from sip.jobs.process import Found

_ADD = "INSERT INTO job.job (process, inputs, outputs) VALUES ($1, $2, $3) RETURNING *"


async def add(
    connection: PoolConnectionProxy[Any],
    found: Found,
    inputs: Mapping[str, Any],
    outputs: Sequence[str] | None = None,
) -> asyncpg.Record:
    """Put a job into the queue, with inputs that were checked; all outputs where none is named."""
    row = await connection.fetchrow(_ADD, found.id, json.dumps(inputs), outputs)
    assert row is not None
    return row
