"""What each viewer sees, asked of the database and kept for moments."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import MutableMapping
from typing import Any

import asyncpg
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import Message, Send

from sip.service import Context
from sip.session import RolePool
from sip.sight import PUBLIC, STAFF
from sip.state import read_sight, read_states
from sip.viewer import Viewer

_FRESH_S = 2.0
"""After so long a right that was given or taken shows; the database refuses at once."""
_MOST_KEPT = 500
VARY = "Cookie, Authorization, X-API-Key"
"""What a request says who sends it with."""


@dataclasses.dataclass(frozen=True)
class _Seen:
    present: Context
    """The state for everybody that it was made of."""
    shared: Context
    """The state for all who see the same."""
    at: float


class Sights:
    """The contexts of those who have signed in; one for all who see the same."""

    def __init__(self, gateway: asyncpg.Pool[Any]):
        self._gateway = gateway
        self._by_role: MutableMapping[tuple[str, bool], _Seen] = {}

    async def context(self, present: Context, viewer: Viewer) -> Context:
        """Return what a viewer with a role sees of the present state.

        Raises:
            HTTPException: 401, the role is gone, or is no longer one of the gateway's people.
        """
        assert viewer.role is not None
        key = (viewer.role, viewer.may_write)
        pool = RolePool(self._gateway, *key)
        seen = self._by_role.get(key)
        if seen is None or seen.present is not present or seen.at < time.monotonic() - _FRESH_S:
            seen = await self._look(present, pool)
            if len(self._by_role) >= _MOST_KEPT:
                self._by_role.clear()
            self._by_role[key] = seen
        return seen.shared.answering(viewer, pool)

    async def _look(self, present: Context, pool: RolePool) -> _Seen:
        at = time.monotonic()
        try:
            async with pool.acquire() as connection:
                sight = await read_sight(
                    connection, present.catalogue, pool.role, may_write=pool.may_write
                )
                is_staff = any(one.schema != PUBLIC for _name, one in sight.layers)
                states = await read_states(connection, STAFF) if is_staff else {}
        except (asyncpg.InsufficientPrivilegeError, asyncpg.InvalidParameterValueError) as error:
            raise HTTPException(401, "sign in again") from error
        catalogue = present.catalogue.seen(sight)
        made = dataclasses.replace(
            present, catalogue=catalogue, states={**present.states, **states}
        )
        for other in self._by_role.values():
            shared = other.shared
            is_same = other.present is present and shared.states == made.states
            if is_same and shared.catalogue.digest == catalogue.digest:
                made = shared
        return _Seen(present, made, at)


def private(send: Send) -> Send:
    """Let nobody but the viewer keep an answer, and him only with a tag to ask again with."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            kept = "no-cache" if "etag" in headers else "no-store"
            headers["Cache-Control"] = f"private, {kept}"
            headers.add_vary_header(VARY)
        await send(message)

    return sending
