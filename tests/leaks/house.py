"""Everybody and every group at the doors of a real installation, beside what PostgreSQL says."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import httpx
import psycopg
from psycopg import sql
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from services.gateway.app import create
from sip.catalogue import Catalogue, Layer
from sip.database import cluster
from sip.settings import Settings
from sip.sight import PUBLIC, STAFF
from sip.viewer import EVERYBODY, Viewer

ROLE_HEADER = b"x-test-role"


@dataclasses.dataclass(frozen=True)
class Truth:
    """What a role sees of a layer, by direct SQL."""

    places: frozenset[str]
    """The schemas in which it may read the layer."""
    columns: frozenset[str]
    ids: tuple[int, ...]


def read(connection: psycopg.Connection[Any], layers: Sequence[Layer]) -> dict[str, Truth]:
    """Ask PostgreSQL, under the connection's role, what of each layer it shows; absent is none."""
    columns: dict[tuple[str, str], set[str]] = defaultdict(set)
    schemas = [*{layer.theme for layer in layers}, STAFF, PUBLIC]
    for schema, name, column in connection.execute(_COLUMNS, [schemas]):
        columns[schema, name].add(column)
    found = {}
    for layer in layers:
        places = [one for one in (layer.theme, STAFF, PUBLIC) if "id" in columns[one, layer.id]]
        ids: set[int] = set()
        for schema in places:
            table = sql.Identifier(schema, layer.id)
            names = sql.SQL(", ").join(map(sql.Identifier, sorted(columns[schema, layer.id])))
            connection.execute(sql.SQL("SELECT {} FROM {} LIMIT 1").format(names, table))
            rows = connection.execute(sql.SQL("SELECT id FROM {}").format(table))
            ids |= {row[0] for row in rows}
        if places:
            shown = set().union(*(columns[one, layer.id] for one in places))
            fields = frozenset(shown & set(layer.spec.fields))
            found[layer.id] = Truth(frozenset(places), fields, tuple(sorted(ids)))
    return found


_COLUMNS = """
    SELECT n.nspname, c.relname, a.attname FROM pg_attribute AS a
    JOIN pg_class AS c ON c.oid = a.attrelid AND a.attnum > 0
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY (%s) AND NOT a.attisdropped AND has_schema_privilege(n.oid, 'USAGE')
        AND has_column_privilege(c.oid, a.attnum, 'SELECT')"""


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a row is: a point of it in the storage CRS and in degrees, and its box."""

    id: int
    x: float
    y: float
    lon: float
    lat: float
    west: float
    south: float
    east: float
    north: float


class AsRole:
    """Puts the role of a test's header into the scope, as signing in does."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        role = dict(scope.get("headers", ())).get(ROLE_HEADER, b"").decode()
        scope["sip.viewer"] = Viewer(role=role) if role else EVERYBODY
        await self._app(scope, receive, send)


def _by_test(role: str) -> Mapping[str, str]:
    """Say who comes in the header that `AsRole` reads."""
    return {ROLE_HEADER.decode(): role}


class House:
    """An installation, those who come to it, and what the database shows each of them."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        client: httpx.Client | TestClient,
        door: Callable[[str], Mapping[str, str]] = _by_test,
    ):
        self.settings = settings
        self.catalogue = catalogue
        self._client = client
        self._door = door
        groups = list(catalogue.groups)
        self.roles: dict[str, str] = {"": "sip_public", "leak_nobody": "sip_people"}
        for group in groups:
            self.roles[f"leak_{group}"] = f"sip_{group}"
            self.roles[f"leak_{group}.personal"] = f"sip_{group}.personal"
        self._make_roles()
        self.instant = datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z")
        """A moment at which all rows were known."""
        self.truths = {role: self._truths(role) for role in self.roles}

    def _make_roles(self) -> None:
        with psycopg.connect(cluster.superuser_dsn(self.settings)) as connection:
            known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
            for name, group in self.roles.items():
                if name and name not in known:
                    statement = sql.SQL("CREATE ROLE {0} IN ROLE {1}; GRANT {0} TO sip_gateway")
                    connection.execute(statement.format(*map(sql.Identifier, (name, group))))

    @contextmanager
    def acting(self, role: str) -> Iterator[psycopg.Connection[Any]]:
        """Open a connection of the role, past all of the program."""
        login = "sip_gateway" if role else "sip_public"
        with psycopg.connect(self.settings.dsn(login), autocommit=True) as connection:  # type: ignore[arg-type]
            if role:
                connection.execute("SELECT set_config('role', %s, false)", [role])
            yield connection

    def _truths(self, role: str) -> Mapping[str, Truth]:
        with self.acting(role) as connection:
            return read(connection, self.vectors())

    def vectors(self) -> list[Layer]:
        """Return the layers that have rows."""
        return [layer for layer in self.catalogue.layers.values() if layer.is_vector]

    def kinds(self, name: str) -> dict[Truth | None, str]:
        """Return a role for each different sight of a layer; None is of those who see nothing."""
        found: dict[Truth | None, str] = {}
        for role, truths in self.truths.items():
            found.setdefault(truths.get(name), role)
        return found

    def owned(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Execute a statement as the owner, from whom nothing is hidden."""
        with psycopg.connect(self.settings.dsn()) as connection:
            return connection.execute(statement.encode(), values).fetchall()

    def hidden_ids(self, layer: Layer, truth: Truth | None) -> list[int]:
        """Return the rows that are there but not seen."""
        rows = self.owned(f'SELECT id FROM "{layer.theme}"."{layer.id}" ORDER BY id')
        seen = set(truth.ids) if truth else set()
        return [row[0] for row in rows if row[0] not in seen]

    def places(self, layer: Layer, ids: list[int]) -> list[Place]:
        """Return where rows are, in the storage CRS and in degrees."""
        if layer.spec.geometry is None or not ids:
            return []
        rows = self.owned(
            "SELECT id, st_x(p), st_y(p), st_x(st_transform(p, 4326)), st_y(st_transform(p, 4326)),"
            " st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)"
            f' FROM "{layer.theme}"."{layer.id}", st_pointonsurface(geom) AS p'
            " WHERE id = ANY (%s) AND p IS NOT NULL ORDER BY id",
            ids,
        )
        return [Place(*row) for row in rows]

    def secrets(self, layer: Layer, truth: Truth | None) -> set[str]:
        """Return texts of hidden columns and rows that stand in nothing that is seen."""
        fields = layer.spec.fields.items()
        texts = [name for name, one in fields if one.type == "text" and not one.codes]
        seen_columns = truth.columns if truth else frozenset()
        hidden, shown = (
            set(self.hidden_ids(layer, truth)[:20]),
            set((truth.ids if truth else ())[:20]),
        )
        found: set[str] = set()
        known: set[str] = set()
        for row in self.owned(
            f'SELECT id, to_jsonb(t) FROM "{layer.theme}"."{layer.id}" AS t WHERE id = ANY (%s)',
            list(hidden | shown),
        ):
            for name in texts:
                value = row[1].get(name)
                if isinstance(value, str) and len(value) >= 8:
                    is_seen = row[0] in shown and name in seen_columns
                    (known if is_seen else found).add(value)
        return {one for one in found if not any(one in other for other in known)}

    def get(self, role: str, path: str, **parameters: Any) -> Any:
        """Ask as somebody."""
        return self.send("GET", role, path, params=parameters or None)

    def send(self, method: str, role: str, path: str, **sent: Any) -> Any:
        """Send a request as somebody."""
        headers = {**self._door(role), "accept-language": "en", **sent.pop("headers", {})}
        answer = self._client.request(method, path, headers=headers, **sent)
        assert answer.status_code < 500, f"{role} {path} {sent}: {answer.text[:500]}"
        return answer


@contextmanager
def house(
    settings: Settings, catalogue: Catalogue, identify: Callable[[ASGIApp], ASGIApp] = AsRole
) -> Iterator[House]:
    """Serve an installation in this process; who comes says so in a header."""
    app = create(settings)
    app.user_middleware.insert(-1, Middleware(identify))
    with TestClient(app) as client:
        yield House(settings, catalogue, client)
