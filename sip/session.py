"""Connections under the role of the one whom a request is answered to."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import asyncpg
    from asyncpg.pool import PoolConnectionProxy


@dataclasses.dataclass(frozen=True)
class RolePool:
    """A pool as services use it, whose every use is one transaction under a role.

    The login is `sip_gateway`, which has no right of its own. Equal for the same role, so that it
    may be part of a key.
    """

    pool: asyncpg.Pool[Any]
    role: str
    may_write: bool

    @contextlib.asynccontextmanager
    async def acquire(self) -> AsyncIterator[PoolConnectionProxy[Any]]:
        """Lend a connection within its transaction, which reads one snapshot."""
        async with (
            self.pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            await self._become(connection)
            yield connection

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[PoolConnectionProxy[Any]]:
        """Lend a connection within a transaction that may write, if the viewer may at all."""
        async with (
            self.pool.acquire() as connection,
            connection.transaction(readonly=not self.may_write),
        ):
            await self._become(connection)
            yield connection

    async def _become(self, connection: PoolConnectionProxy[Any]) -> None:
        # As SET LOCAL ROLE, which takes no parameter; who is no member is refused in the same way.
        await connection.execute("SELECT set_config('role', $1, true)", self.role)

    async def fetch(self, query: str, *args: Any, **how: Any) -> list[asyncpg.Record]:
        """Return all rows."""
        async with self.acquire() as connection:
            return cast("list[asyncpg.Record]", await connection.fetch(query, *args, **how))

    async def fetchrow(self, query: str, *args: Any, **how: Any) -> asyncpg.Record | None:
        """Return the first row."""
        async with self.acquire() as connection:
            return await connection.fetchrow(query, *args, **how)

    async def fetchval(self, query: str, *args: Any, **how: Any) -> Any:
        """Return the first value of the first row."""
        async with self.acquire() as connection:
            return await connection.fetchval(query, *args, **how)
