"""The life of acts: steps in order, with documents and dates, and ground that is cut."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import shapely

from sip import catalogue
from sip.database import changes
from sip.database.migrate import migrate
from sip.errors import DataError
from sip.planning import life
from sip.planning.life import Wish
from sip.settings import Settings
from tests.installation import ROOT

type Connection = psycopg.Connection[Any]
APP = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
SPACE = "PL.ZIPPZP.9999/260401-MPZP"
PLAN = "miejscowyPlanZagospodarowaniaPrzestrzennego"
TO_FORCE = (
    ("begun", "2025-01-10", None), ("draft", "2025-03-01", None), ("opinions", "2025-04-01", None),
    ("public_display", "2025-06-01", "2025-07-01"), ("adopted", "2025-09-10", None),
    ("in_force", "2025-10-01", None),
)  # fmt: skip


PAST = {"adopted": "2023-11-10", "in_force": "2024-01-01"}
END = datetime.date(2025, 7, 1)


@pytest.fixture(scope="module")
def planning(module_database: Settings) -> Settings:
    settings = dataclasses.replace(module_database, project=ROOT)
    migrate(catalogue.load(ROOT), settings)
    return settings


@pytest.fixture
def registers(planning: Settings) -> Iterator[Connection]:
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        connection.execute("SET sip.language = 'en'")
        yield connection
        connection.rollback()


def square(west: int, south: int, size: int = 100) -> str:
    x, y = 7_500_000 + west, 5_600_000 + south
    return shapely.to_wkt(shapely.multipolygons([shapely.box(x, y, x + size, y + size)]))


def add_act(
    connection: Connection, name: str, geom: str, status: str = "elaboration", kind: str = PLAN
) -> str:
    identifier = f"{APP}/AktPlanowaniaPrzestrzennego/{SPACE}/{name}/20240101T000000"
    since = datetime.date(2024, 1, 1) if status == "legalForce" else None
    connection.execute(
        "INSERT INTO planning.plan_act (identifier, namespace, local_id, version_id, title,"
        " act_type, level, status, version_from, valid_from, geom) VALUES (%s, %s, %s,"
        " '20240101T000000', %s, %s, 'infraLocal', %s, '2024-01-01Z', %s,"
        " ST_GeomFromText(%s, 2178))",
        [identifier, SPACE, name, f"Plan {name}", kind, status, since, geom],
    )
    return identifier


def add_document(connection: Connection, name: str, date: str, acts: dict[str, str]) -> str:
    identifier = f"{APP}/DokumentFormalny/{SPACE}/{name}"
    connection.execute(
        "INSERT INTO planning.plan_document (identifier, namespace, local_id, title, document_date,"
        " date_type) VALUES (%s, %s, %s, %s, %s, 'creation')",
        [identifier, SPACE, name, f"Document {name}", date],
    )
    for act, role in acts.items():
        connection.execute(
            "INSERT INTO planning.plan_effect (document_identifier, act_identifier, role)"
            " VALUES (%s, %s, %s)",
            [identifier, act, role],
        )
    return identifier


def add_area(connection: Connection, act: str, number: str, geom: str) -> None:
    connection.execute(
        "INSERT INTO planning.plan_land_use (area_no, designation, symbol, status,"
        " act_identifier, geom) VALUES (%s, %s, 'MN', 'elaboration', %s,"
        " ST_GeometryN(ST_GeomFromText(%s, 2178), 1))",
        [f"{SPACE}/{number}", f"{number}MN", act, geom],
    )


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def live_until(connection: Connection, act: str, last: str) -> None:
    """Take all steps up to one."""
    for state, date, until in TO_FORCE:
        life.take(connection, act, Wish(state, day(date), day(until)))
        if state == last:
            return


def with_documents(connection: Connection, name: str, geom: str, kind: str = PLAN) -> str:
    act = add_act(connection, name, geom, kind=kind)
    add_document(connection, f"{name}_1", "2025-01-10", {act: "przystapienie"})
    add_document(connection, f"{name}_2", "2025-09-10", {act: "uchwala"})
    return act


def refusal(connection: Connection, act: str, wish: Wish) -> str:
    with pytest.raises(DataError) as caught, connection.transaction():
        life.take(connection, act, wish)
    return str(caught.value)


def value(connection: Connection, sql: str) -> Any:
    row = connection.execute(sql.encode()).fetchone()
    return row[0] if row and len(row) == 1 else row


def test_an_act_lives_from_its_beginning_to_force_and_its_areas_follow(
    registers: Connection,
) -> None:
    act = with_documents(registers, "A1", square(0, 0))
    add_area(registers, act, "1", square(0, 0))
    live_until(registers, act, "in_force")
    told = life.tell(registers, "A1")
    assert [one.state for one in told.steps] == [state for state, _, _ in TO_FORCE]
    assert told.act.valid_from == datetime.date(2025, 10, 1)
    assert told.steps[4].document == "Document A1_2"
    assert {one.state for one in told.next} == {
        "amended",
        "annulled",
        "in_force_partly",
        "repealed",
    }
    area = value(registers, "SELECT status, valid_from FROM planning.plan_land_use")
    assert area == ("legalForce", datetime.date(2025, 10, 1))


@pytest.mark.parametrize(
    ("last", "wish", "said"),
    [
        ("begun", Wish("adopted", day("2025-09-10")), 'no step leads to "adopted"'),
        ("opinions", Wish("public_display", day("2025-06-01")), 'the date "until", at least 28'),
        ("opinions", Wish("public_display", day("2025-03-02"), END), "before the step before"),
        ("public_display", Wish("adopted", day("2025-06-20")), "before the end of the display"),
        ("public_display", Wish("adopted", day("2025-09-01")), "document of 2025-09-10 is later"),
        ("adopted", Wish("in_force", day("2025-09-20")), "Not before 2025-09-24"),
        ("adopted", Wish("in_force", day("2999-01-01")), "step of the future"),
        ("in_force", Wish("amended", day("2025-12-01")), "The step needs a document: amends"),
    ],
)  # fmt: skip
def test_what_contradicts_is_refused_in_words(
    registers: Connection, last: str, wish: Wish, said: str
) -> None:
    act = with_documents(registers, "A2", square(0, 0))
    live_until(registers, act, last)
    assert said in refusal(registers, act, wish)


def test_every_refusal_names_its_law_and_speaks_polish(registers: Connection) -> None:
    act = add_act(registers, "A3", square(0, 0))
    registers.execute("SET sip.language = 'pl'")
    said = refusal(registers, act, Wish("begun", day("2025-01-10")))
    assert said.startswith("Krok wymaga dokumentu: przystąpienie do sporządzenia (u.p.z.p.")


def test_a_state_is_not_written_past_its_steps(registers: Connection) -> None:
    act = with_documents(registers, "A4", square(0, 0))
    with (
        pytest.raises(psycopg.errors.CheckViolation, match="add a row to the layer plan_step"),
        registers.transaction(),
    ):
        registers.execute(
            "UPDATE planning.plan_act SET status = 'legalForce', state = 'in_force'"
            " WHERE identifier = %s", [act],
        )  # fmt: skip
    live_until(registers, act, "draft")
    for statement in (
        "DELETE FROM planning.plan_step",
        "UPDATE planning.plan_step SET state = 'begun'",
    ):
        with (
            pytest.raises(psycopg.errors.CheckViolation, match="step that was taken stays"),
            registers.transaction(),
        ):
            registers.execute(statement.encode())


def test_two_acts_in_force_share_no_ground_unless_the_newer_says_what_it_replaces(
    registers: Connection,
) -> None:
    old = with_documents(registers, "OLD", square(0, 0))
    add_area(registers, old, "1", square(0, 0))
    live_until(registers, old, "in_force")
    new = with_documents(registers, "NEW", square(60, 0))
    live_until(registers, new, "adopted")
    wish = Wish("in_force", day("2025-10-01"))
    assert 'covers 4000 m² of "Plan OLD"' in refusal(registers, new, wish)
    life.take(registers, new, dataclasses.replace(wish, replaces=["OLD"]))
    left = value(
        registers,
        "SELECT ST_Area(geom), state, partly_in_force, amendment_no, valid_from"
        " FROM planning.plan_act WHERE local_id = 'OLD' AND version_to IS NULL",
    )
    assert left == (6000.0, "in_force_partly", True, 1, datetime.date(2025, 10, 1))
    former = value(
        registers,
        "SELECT ST_Area(geom), state, valid_to FROM planning.plan_act"
        " WHERE local_id = 'OLD' AND version_to IS NOT NULL",
    )
    assert former[:2] == (10000.0, "superseded")
    areas = registers.execute(
        "SELECT area_no, ST_Area(geom), status FROM planning.plan_land_use ORDER BY id"
    ).fetchall()
    assert [(one[1], one[2]) for one in areas] == [(10000.0, "obsolete"), (6000.0, "legalForce")]
    told = life.tell(registers, "OLD")
    assert told.steps[-1].document == "Document NEW_2"


def test_an_act_that_is_covered_as_a_whole_is_repealed(registers: Connection) -> None:
    old = add_act(registers, "W1", square(0, 0), "legalForce")
    new = with_documents(registers, "W2", square(-10, -10, 200))
    live_until(registers, new, "adopted")
    life.take(registers, new, Wish("in_force", day("2025-10-01"), replaces=["W1"]))
    found = value(
        registers,
        f"SELECT state, status, valid_to FROM planning.plan_act WHERE identifier = '{old}'",
    )
    assert found == ("repealed", "obsolete", datetime.date(2025, 10, 1))


def test_a_part_that_a_ruling_annuls_is_cut_out(registers: Connection) -> None:
    act = add_act(registers, "P1", square(0, 0), "legalForce")
    add_document(registers, "RULING", "2025-02-01", {act: "uniewaznia"})
    registers.execute(
        "INSERT INTO planning.plan_cut (act_identifier, geom)"
        " VALUES (%s, ST_GeomFromText(%s, 2178))",
        [act, square(0, 0, 50)],
    )
    done = life.take(registers, act, Wish("in_force_partly", day("2025-02-10"), document="RULING"))
    assert done.identifier != act
    assert (
        value(registers, "SELECT ST_Area(geom) FROM planning.plan_act WHERE version_to IS NULL")
        == 7500
    )
    again = value(registers, "SELECT applied_on FROM planning.plan_cut")
    assert again == datetime.date(2025, 2, 10)


def test_the_past_of_an_act_that_was_recorded_in_force_can_be_told(registers: Connection) -> None:
    act = add_act(registers, "R1", square(0, 0), "legalForce")
    add_document(registers, "R1_1", "2022-01-10", {act: "przystapienie"})
    add_document(registers, "R1_2", "2023-11-10", {act: "uchwala"})
    for state, date, until in TO_FORCE:
        moved = PAST.get(state, date.replace("2025", "2023"))
        ends = until.replace("2025", "2023") if until else None
        life.take(registers, act, Wish(state, day(moved), day(ends)))
    told = life.tell(registers, "R1")
    assert told.act.valid_from == datetime.date(2024, 1, 1)
    assert len(told.steps) == 6


def test_a_newer_version_of_an_act_closes_the_former(registers: Connection) -> None:
    old = add_act(registers, "V1", square(0, 0), "legalForce")
    newer = old.replace("20240101T000000", "20250101T000000")
    registers.execute(
        "INSERT INTO planning.plan_act (identifier, namespace, local_id, version_id, title,"
        " act_type, level, status, version_from, valid_from, geom) SELECT %s, namespace, local_id,"
        " '20250101T000000', title, act_type, level, status, '2025-01-01Z', '2025-01-05', geom"
        " FROM planning.plan_act WHERE identifier = %s",
        [newer, old],
    )
    found = value(
        registers, f"SELECT state, valid_to FROM planning.plan_act WHERE identifier = '{old}'"
    )
    assert found == ("superseded", datetime.date(2025, 1, 5))


def test_a_step_is_a_change_set_with_a_comment_and_can_be_undone(planning: Settings) -> None:
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        act = with_documents(connection, "U1", square(5000, 5000))
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        live_until(connection, act, "begun")
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        life.take(connection, act, Wish("draft", day("2025-03-01")))
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        number, comment = connection.execute(
            "SELECT id, comment FROM sip.changeset ORDER BY id DESC LIMIT 1"
        ).fetchone() or (0, "")
    assert comment == "projekt: Plan U1"
    changes.undo(planning, number)
    with psycopg.connect(planning.dsn("sip_owner")) as connection:
        assert life.tell(connection, "U1").act.state == "begun"


STUDY = "studiumUwarunkowanIKierunkowZagospodarowaniaPrzestrzennegoGminy"
INVESTMENT = "zintegrowanyPlanInwestycyjny"


def test_an_investment_plan_is_requested_and_adopted_behind_its_agreement(
    registers: Connection,
) -> None:
    act = with_documents(registers, "Z1", square(0, 0), INVESTMENT)
    assert life.find(registers, act).state == "requested"
    said = refusal(registers, act, Wish("requested", day("2025-01-02")))
    assert "needs a document: otherwise related (u.p.z.p. art. 37eb [memory])" in said
    request = add_document(registers, "Z1_0", "2025-01-02", {act: "dokument"})
    life.take(registers, act, Wish("requested", day("2025-01-02"), document=request))
    live_until(registers, act, "public_display")
    said = refusal(registers, act, Wish("adopted", day("2025-09-10")))
    assert "Possible: draft, abandoned, urban-planning agreement concluded, public" in said
    said = refusal(registers, act, Wish("agreement", day("2025-06-20"), document=request))
    assert "before the end of the display (2025-07-01" in said
    signed = add_document(registers, "Z1_3", "2025-08-01", {})
    life.take(registers, act, Wish("agreement", day("2025-08-01"), document=signed))
    life.take(registers, act, Wish("adopted", day("2025-09-10")))
    assert life.tell(registers, act).steps[-2].document == "Document Z1_3"


@pytest.mark.parametrize(
    ("kind", "until", "opinions", "said"),
    [
        (PLAN, "2025-06-22", "2025-04-01", "at least 28"),
        (PLAN, "2025-06-22", "2023-04-01", None),
        ("uchwalaKrajobrazowa", "2025-06-22", "2025-04-01", None),
        ("miejscowyPlanOdbudowy", "2025-06-15", "2025-04-01", None),
        ("miejscowyPlanOdbudowy", "2025-06-14", "2025-04-01", "at least 14"),
    ],
)
def test_a_display_lasts_as_the_law_of_its_kind_and_time_says(
    registers: Connection, kind: str, until: str, opinions: str, said: str | None
) -> None:
    act = add_act(registers, "K1", square(0, 0), kind=kind)
    add_document(registers, "K1_1", "2022-01-10", {act: "przystapienie"})
    for state, date in (("begun", "2022-01-10"), ("draft", "2022-03-01"), ("opinions", opinions)):
        life.take(registers, act, Wish(state, day(date)))
    wish = Wish("public_display", day("2025-06-01"), day(until))
    if said:
        assert said in refusal(registers, act, wish)
    else:
        assert life.take(registers, act, wish).state == "public_display"


def test_a_study_is_history(registers: Connection) -> None:
    act = with_documents(registers, "S1", square(0, 0), STUDY)
    said = refusal(registers, act, Wish("begun", day("2025-01-10")))
    assert "The law does not know this step on 2025-01-10: only <= 2023-09-23" in said
    old = add_act(registers, "S2", square(500, 0), "legalForce", STUDY)
    assert life.take(registers, old, Wish("repealed", day("2026-08-31"))).status == "obsolete"


def test_a_revitalisation_plan_has_the_opinion_of_its_committee(registers: Connection) -> None:
    act = with_documents(registers, "C1", square(0, 0), "miejscowyPlanRewitalizacji")
    live_until(registers, act, "draft")
    said = refusal(registers, act, Wish("opinions", day("2025-04-01")))
    assert "needs a document: otherwise related (u.p.z.p. art. 37h" in said


def test_supervision_annuls_a_part_before_force(registers: Connection) -> None:
    act = with_documents(registers, "N1", square(0, 0))
    add_area(registers, act, "1", square(0, 0))
    live_until(registers, act, "adopted")
    life.take(registers, act, Wish("supervision", day("2025-09-15")))
    add_document(registers, "VOIVODE", "2025-10-10", {act: "uniewaznia"})
    registers.execute(
        "INSERT INTO planning.plan_cut (act_identifier, geom)"
        " VALUES (%s, ST_GeomFromText(%s, 2178))",
        [act, square(0, 0, 50)],
    )
    left = life.take(registers, act, Wish("partly_annulled", day("2025-10-10"))).identifier
    done = life.take(registers, left, Wish("in_force", day("2025-10-20")))
    assert done.valid_from == datetime.date(2025, 10, 20)
    areas = "SELECT sum(ST_Area(geom)) FROM planning.plan_land_use WHERE status = 'legalForce'"
    assert value(registers, areas) == 7500


def test_newer_acts_that_overlap_each_other_cut_the_older_one_after_another(
    registers: Connection,
) -> None:
    old = add_act(registers, "O1", square(0, 0), "legalForce")
    for name, west, since in (("O2", 60, "2025-10-01"), ("O3", 40, "2025-11-01")):
        act = with_documents(registers, name, square(west, 0))
        live_until(registers, act, "adopted")
        both = ["O1"] if name == "O2" else ["O1", "O2"]
        life.take(registers, act, Wish("in_force", day(since), replaces=both))
    held = "SELECT local_id, ST_Area(geom) FROM planning.plan_act WHERE status = 'legalForce'"
    assert dict(registers.execute(held)) == {"O1": 4000, "O2": 2000, "O3": 10000}
    assert value(registers, "SELECT count(*) FROM planning.plan_act WHERE local_id = 'O1'") == 3
    add_document(registers, "END", "2026-01-05", {})
    life.take(registers, "O3", Wish("repealed", day("2026-01-20"), document="END"))
    assert dict(registers.execute(held)) == {"O1": 4000, "O2": 2000}, old
