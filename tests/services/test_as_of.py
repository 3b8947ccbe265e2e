"""`asOf=` means the same in every way in; what became of rows is told of public fields alone."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import textwrap
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import psycopg
import pytest

from sip import catalogue, publish
from sip.database import away, cluster, counting
from sip.settings import Settings
from tests.people import keys_of
from tests.services.conftest import free_port, serving
from tests.services.ways import FILES, WAYS, Way, X, Y, square

pytestmark = pytest.mark.database
_DRAFT = 60
_EDITS = (
    f"""INSERT INTO planning.zone (name, use, height_m, author, geom) VALUES
        ('Strefa 1', 'MN', 10, 'Jan', {square(1)}), ('Strefa 2', 'MN', 10, 'Jan', {square(2)}),
        ('Strefa 3', 'MN', 10, 'Jan', {square(3)});
        INSERT INTO planning.zone (id, name, height_m, memo, geom)
        VALUES ({_DRAFT}, 'Strefa w szkicu', -1, 'Do uzgodnienia', {square(5)})""",
    "UPDATE planning.zone SET author = 'Ewa' WHERE id = 1",
    f"UPDATE planning.zone SET use = 'ZP', height_m = NULL, geom = {square(4)} WHERE id = 2",
    "DELETE FROM planning.zone WHERE id = 3",
    f"INSERT INTO planning.zone (name, geom) VALUES ('Strefa 5', {square(5)})",
)
"""Each in a transaction of its own; one of them changes only what nobody may see."""
_CHANGED, _MOVED_TO = 2, 4


@dataclasses.dataclass(frozen=True)
class Town:
    """A served town and the instants before its first edit and after each."""

    settings: Settings
    client: httpx.Client
    staff: dict[str, httpx.Client]
    """Those who come with a key of a group, by the group."""
    instants: list[str]

    def get(self, path: str, **parameters: str) -> dict[str, Any]:
        """Return a JSON document."""
        answer = self.client.get(path, params=parameters or None)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@pytest.fixture(scope="module")
def town(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The zones, edited step by step."""
    settings = dataclasses.replace(module_database, project=tmp_path_factory.mktemp("zones"))
    for name, text in FILES.items():
        file = settings.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    declared = catalogue.load(settings.project)
    publish.publish(declared, settings)
    instants = [_instant()]
    for statement in _EDITS:
        with psycopg.connect(settings.dsn()) as connection:
            connection.execute(statement.encode())
        instants.append(_instant())
    with psycopg.connect(settings.dsn()) as connection:
        counting.refresh(connection, declared, ["zone"])
    with (
        keys_of(settings, declared, ("viewer", "steward")) as keys,
        serving(settings, free_port()) as origin,
        contextlib.ExitStack() as clients,
    ):
        everybody, *staff = (
            clients.enter_context(httpx.Client(base_url=origin, timeout=30, headers=headers))
            for headers in ({}, *({"X-API-Key": key} for key in keys.values()))
        )
        yield Town(settings, everybody, dict(zip(keys, staff, strict=True)), instants)


def _instant() -> str:
    time.sleep(0.01)
    now = datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z")
    time.sleep(0.01)
    return now


SQUARES = ("drawn", "mapped")
"""Ways that tell which squares are coloured; the moved zone stands elsewhere there."""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_in_shows_what_was_known(town: Town, way: Way) -> None:
    def expected(ids: set[int], *, moved: bool) -> set[int]:
        moved = moved and way.__name__ in SQUARES
        return {_MOVED_TO if moved and one == _CHANGED else one for one in ids}

    before, filled, _hidden, changed, deleted, added = town.instants
    assert way(town.client, {"asOf": "1999-12-31"}) == set()
    assert way(town.client, {"asOf": before}) == set()
    assert way(town.client, {"asOf": filled}) == expected({1, 2, 3}, moved=False)
    assert way(town.client, {"asOf": changed}) == expected({1, 2, 3}, moved=True)
    assert way(town.client, {"asOf": deleted}) == expected({1, 2}, moved=True)
    now = {1, 4, 5} if way.__name__ in SQUARES else {1, 2, 4}
    assert way(town.client, {"asOf": added}) == now
    assert way(town.client, {}) == now


def known_to(town: Town, role: str, instant: str) -> dict[int, tuple[int, set[str]]]:
    """Return what PostgreSQL shows a role of the past: of each row the square and the columns."""
    with psycopg.connect(cluster.superuser_dsn(town.settings)) as connection:
        connection.execute(
            "SELECT set_config('role', %s, true), set_config('sip.as_of', %s, true)",
            [role, instant],
        )
        rows = connection.execute(
            "SELECT id, (st_xmin(geom)::int - %s) / 100 + 1, to_jsonb(z) FROM past.zone AS z", [X]
        ).fetchall()
    beside = {"id", "geom", "row_version", "row_from", "row_changeset"}
    return {id_: (square, set(row) - beside) for id_, square, row in rows}


@pytest.mark.parametrize("who", ["viewer", "steward"])
def test_staff_see_of_the_past_what_postgresql_shows_their_role(town: Town, who: str) -> None:
    staff, role = town.staff[who], f"sip_{who}"
    assert (_DRAFT in known_to(town, role, town.instants[1])) == (who == "steward")
    for instant in town.instants[1:]:
        known = known_to(town, role, instant)
        for way in WAYS:
            squares = {square for square, _columns in known.values()}
            wanted = squares if way.__name__ in SQUARES else set(known)
            assert way(staff, {"asOf": instant}) == wanted, (way.__name__, instant)
        asked = {"asOf": instant, "limit": "100"}
        features = staff.get("/ogc/collections/zone/items", params=asked).json()["features"]
        shown = {one["id"]: set(one["properties"]) for one in features}
        assert shown == {id_: columns for id_, (_square, columns) in known.items()}
        assert "memo" in shown[1]
        assert "author" not in shown[1]


PATHS = (
    "/ogc/collections/zone/items?", "/ogc/collections/zone/items/1?", "/download/zone.csv?",
    "/tiles/zone/10/570/342.mvt?", "/api/search?q=strefa&",
    "/ows?SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=zone&VERSION=2.0.0&",
    "/ows?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=zone&STYLES=&SRS=EPSG:2178&WIDTH=50"
    f"&HEIGHT=50&FORMAT=image/png&BBOX={X},{Y},{X + 500},{Y + 100}&",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_of_the_past_to_staff_is_kept_by_nobody_else(town: Town, path: str) -> None:
    for instant in ("2020-01-01", town.instants[3]):
        headers = town.staff["viewer"].get(f"{path}asOf={instant}").headers
        assert headers["cache-control"] in ("private, no-cache", "private, no-store")
        assert "access-control-allow-origin" not in headers
    public = town.client.get(f"{path}asOf=2020-01-01")
    if public.is_success:
        kept_for = public.headers["vary"].lower()
        assert all(name in kept_for for name in ("cookie", "authorization", "x-api-key"))


def test_an_item_is_as_it_was_known(town: Town) -> None:
    path = "/ogc/collections/zone/items"
    then = town.get(f"{path}/2", asOf=town.instants[1])["properties"]
    assert (then["use"], then["height_m"]) == ("MN", 10)
    assert town.get(f"{path}/2")["properties"]["use"] == "ZP"
    assert town.get(f"{path}/3", asOf=town.instants[3])["properties"]["name"] == "Strefa 3"
    assert town.client.get(f"{path}/3").status_code == 404
    assert town.get("/api/feature/zone/3", asOf=town.instants[3])["features"][0]["id"] == 3
    matching = town.get(path, asOf=town.instants[1], filter="use = 'MN'", sortby="-name", limit="2")
    assert (matching["numberMatched"], [one["id"] for one in matching["features"]]) == (3, [3, 2])
    (following,) = [one["href"] for one in matching["links"] if one["rel"] == "next"]
    assert [one["id"] for one in town.get(following)["features"]] == [1]


def test_an_answer_of_long_ago_may_be_kept_and_of_just_now_not(town: Town) -> None:
    kept = [
        town.client.get("/ogc/collections/zone/items", params={"asOf": one}).headers
        for one in ("2020-01-01", town.instants[3])
    ]
    assert "immutable" in kept[0]["cache-control"]
    assert "immutable" not in kept[1]["cache-control"]
    assert kept[0]["etag"] != kept[1]["etag"]


@pytest.mark.parametrize(
    ("path", "asked", "text"),
    [
        ("/ogc/collections/zone/items", "2999-01-01", "has not come yet"),
        ("/ogc/collections/zone/items", "2999-01-01T00:00:00Z", "has not come yet"),
        ("/tiles/zone/10/570/342.mvt", "yesterday", "no date"),
        ("/ogc/collections/summary/items", "2020-01-01", "keeps no history"),
        ("/ogc/collections", "2020-01-01", "is no parameter here"),
        ("/csw?service=CSW&request=GetCapabilities", "2020-01-01", "is no parameter here"),
    ],
)
def test_what_cannot_be_told_of_the_past_is_refused(
    town: Town, path: str, asked: str, text: str
) -> None:
    joint = "&" if "?" in path else "?"
    answer = town.client.get(f"{path}{joint}asOf={asked}", headers={"Accept-Language": "en"})
    assert answer.status_code == 400
    assert text in answer.text


def test_a_history_tells_what_became_what_and_nothing_hidden(town: Town) -> None:
    def told(number: int) -> list[tuple[str, dict[str, tuple[Any, Any]], bool]]:
        body = town.get(f"/ogc/collections/zone/items/{number}/history", lang="en")
        assert not {"who", "application", "comment", "changeset"} & set(body["events"][0])
        return [
            (
                one["kind"],
                {change["name"]: (change["old"], change["new"]) for change in one["changes"]},
                one["geometryChanged"],
            )
            for one in body["events"]
        ]

    first = {"name": (None, "Strefa 1"), "use": (None, "MN"), "height_m": (None, 10)}
    assert told(1) == [("added", first, False)], "a change of a hidden field was told"
    changed = {"use": ("MN", "ZP"), "height_m": (10, None)}
    assert told(2)[0] == ("changed", changed, True)
    assert [one[0] for one in told(3)] == ["removed", "added"]
    page = town.get("/ogc/collections/zone/items/3/history", limit="1")
    (following,) = [one["href"] for one in page["links"] if one["rel"] == "next"]
    assert [one["kind"] for one in town.get(following)["events"]] == ["added"]
    missing = town.client.get("/ogc/collections/zone/items/99/history")
    assert missing.status_code == 404
    (link,) = [
        one["href"]
        for one in town.get("/ogc/collections/zone/items/1")["links"]
        if one["rel"] == "version-history"
    ]
    assert town.get(link)["numberMatched"] == 1


def test_the_difference_of_two_instants_is_geojson(town: Town) -> None:
    def changes(first: int, last: int, **more: str) -> dict[int, tuple[str, list[str]]]:
        body = town.get(
            "/ogc/collections/zone/changes",
            **{"from": town.instants[first], "to": town.instants[last]},
            **more,
        )
        assert body["numberMatched"] == len(body["features"])
        return {
            one["id"]: (one["properties"]["row_change"], one["properties"]["row_changed"])
            for one in body["features"]
        }

    changed = ("changed", ["use", "height_m", "geom"])
    assert changes(1, 5) == {2: changed, 3: ("removed", []), 4: ("added", [])}
    assert changes(1, 2) == {}, "a change of a hidden field was told"
    assert changes(0, 5) == {1: ("added", []), 2: ("added", []), 4: ("added", [])}
    assert changes(0, 0) == {}
    west = "20,50,20.61739,51"
    assert set(changes(1, 5, bbox=west)) < {2, 3, 4}
    body = town.get(
        "/ogc/collections/zone/changes", **{"from": town.instants[1], "to": town.instants[3]}
    )
    before = body["features"][0]["properties"]["row_before"]
    assert (before["use"], before["height_m"], before["geom"]["type"]) == ("MN", 10, "Polygon")


@pytest.mark.parametrize("lang", ["pl", "en"])
def test_histories_and_differences_are_pages_too(town: Town, lang: str) -> None:
    page = town.client.get(
        f"/ogc/collections/zone/items/2/history?f=html&lang={lang}"
    ).raise_for_status()
    old, new = ("mieszkaniowa", "zieleń") if lang == "pl" else ("housing", "green")
    assert f"<del>{old} (MN)</del>" in page.text
    assert f"<ins>{new} (ZP)</ins>" in page.text
    table = town.client.get(
        "/ogc/collections/zone/changes", params={"f": "html", "lang": lang, "from": "2020-01-01"}
    ).raise_for_status()
    assert "Strefa 5" in table.text


@pytest.fixture
def archived(town: Town) -> Iterator[datetime.datetime]:
    """Versions that ended by the third edit are in a file; the services know it."""
    since = datetime.datetime.fromisoformat(town.instants[3])
    moved = away.archive(town.settings, "zone", since)
    assert moved is not None
    _await(lambda: told(town)["knownSince"])
    yield moved.before
    away.unarchive(town.settings, moved.file)
    _await(lambda: "knownSince" not in told(town))


def told(town: Town) -> dict[str, Any]:
    return town.get("/ogc/collections/zone/items/2/history", lang="en")


def _await(is_so: Callable[[], Any]) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with contextlib.suppress(KeyError):
            if is_so():
                return
        time.sleep(0.1)
    raise TimeoutError


def test_what_is_in_the_archive_is_refused_in_every_way_in(
    town: Town, archived: datetime.datetime
) -> None:
    early, late = town.instants[2], town.instants[3]
    for client in (town.client, *town.staff.values()):
        for path in PATHS:
            answer = client.get(f"{path}asOf={early}", headers={"Accept-Language": "en"})
            is_search = path.startswith("/api/search")
            if is_search:  # it looks in many layers, and passes those that cannot tell
                assert answer.json()["results"] == []
            else:
                assert "before" in answer.text, (path, answer.text)
                assert "in the archive" in answer.text, (path, answer.text)
            assert client.get(f"{path}asOf={late}").is_success, path
    asked = {"from": early, "lang": "pl"}
    refused = town.client.get("/ogc/collections/zone/changes", params=asked)
    assert refused.status_code == 400
    assert "w archiwum" in refused.text
    assert town.get("/ogc/collections/zone/changes", **{"from": late})["numberMatched"] == 2
    events = told(town)["events"]
    assert [one["kind"] for one in events] == ["known"]
    assert datetime.datetime.fromisoformat(told(town)["knownSince"]) == archived
    page = town.client.get("/ogc/collections/zone/items/2/history?f=html&lang=pl").text
    assert "Starsze stany są w archiwum" in page
