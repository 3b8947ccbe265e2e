"""A town with a draft on display, a planner and a real mail server."""

from __future__ import annotations

import dataclasses
import datetime
import email
import email.message
import email.policy
import os
import re
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import psycopg
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from psycopg import sql

from sip import catalogue as catalogues
from sip.database import cluster as clusters
from sip.people import register as people
from sip.people import roles
from sip.settings import Settings
from tests.conftest import ROOT
from tests.portal.conftest import browser, page, phone, published, town
from tests.portal.town import X, Y
from tests.report.town import FILES as TOWN

__all__ = ["browser", "page", "phone", "town"]

NAME = f"clerk{os.getpid()}"
PASSWORD = "siedem jesionów nad Bobrzą"
PLANNING = ROOT / "layers" / "planning"
_THEME = """
    title: {pl: Planowanie, en: Planning}
    abstract: {pl: Plany., en: Plans.}
    order: 3
    rights: {edit: [planner]}
    """
_ACT = """
    title: {pl: Akty, en: Acts}
    abstract: {pl: Akty., en: Acts.}
    geometry: MultiPolygon
    fields:
      identifier: {type: text, title: {pl: Id, en: Id}, required: true, unique: true}
      title: {type: text, title: {pl: Tytuł, en: Title}}
      state: {type: text, title: {pl: Stan, en: State}, codes: act_state}
    name_field: title
    """
_AREA = """
    title: {pl: Tereny, en: Areas}
    abstract: {pl: Tereny., en: Areas.}
    geometry: Polygon
    fields:
      designation: {type: text, title: {pl: Oznaczenie, en: Designation}}
      status: {type: text, title: {pl: Status, en: Status}}
      act_identifier: {type: text, title: {pl: Akt, en: Act}}
    name_field: designation
    relations: [{field: act_identifier, to: plan_act, to_field: identifier}]
    """
_STATES = """
    title: {pl: Stan, en: State}
    source: {status: ours}
    values:
      - {code: draft, title: {pl: projekt, en: draft}}
      - {code: in_force, title: {pl: obowiązuje, en: in force}}
    """
_PAPER = """
    title: {pl: Pisma, en: Papers}
    abstract: {pl: Pisma., en: Papers.}
    fields:
      title: {type: text, title: {pl: Tytuł, en: Title}}
      link: {type: text, title: {pl: Łącze, en: Link}}
      act: {type: text, title: {pl: Akt, en: Act}}
    relations: [{field: act, to: plan_act, to_field: identifier}]
    """
FILES = {
    **TOWN,
    "layers/_groups.yaml": """
        groups:
          planner: {title: {pl: Planista, en: Planner}}
          steward: {title: {pl: Opiekun, en: Steward}, includes: [planner]}
        """,
    "layers/planning/_theme.yaml": _THEME,
    "layers/planning/plan_act.yaml": _ACT,
    "layers/planning/plan_part.yaml": _AREA,
    "layers/planning/plan_paper.yaml": _PAPER,
    "layers/planning/codes/act_state.yaml": _STATES,
    **{
        f"layers/planning/{name}.yaml": (PLANNING / f"{name}.yaml").read_text()
        for name in ("plan_display", "plan_comment", "codes/comment_decision")
    },
}


def _rows() -> str:
    today = datetime.datetime.now(datetime.UTC).date()
    since, until = (today + datetime.timedelta(days=days) for days in (-5, 20))
    past = today - datetime.timedelta(days=300)
    new = f"ST_MakeEnvelope({X}, {Y}, {X} + 300, {Y} + 300, 2178)"
    old = f"ST_MakeEnvelope({X}, {Y}, {X} + 200, {Y} + 300, 2178)"
    return f"""
    INSERT INTO planning.plan_act (identifier, title, state, geom) VALUES
        ('draft', 'Projekt Północ', 'draft', ST_Multi({new})),
        ('law', 'Plan Stary', 'in_force', ST_Multi({old}));
    INSERT INTO planning.plan_part (designation, status, act_identifier, geom) VALUES
        ('1NEW', 'elaboration', 'draft', {new}), ('1OLD', 'legalForce', 'law', {old});
    INSERT INTO planning.plan_paper (title, link, act) VALUES
        ('Uzasadnienie', 'https://town.invalid/why', 'draft');
    INSERT INTO planning.plan_display
        (title, act_identifier, begins_on, ends_on, comments_until, place) VALUES
        ('Północ do wglądu', 'draft', '{since}', '{until}', '{until}', 'Ratusz'),
        ('Dawne wyłożenie', 'draft', '{past}', '{past}', '{past}', 'Ratusz');
    """


class Box:
    """The mail that a real server has taken; it refuses as often as `refusals` says."""

    def __init__(self) -> None:
        self.letters: list[email.message.EmailMessage] = []
        self.refusals = 0
        self.port = 0

    async def handle_DATA(  # noqa: N802 - the name that the server calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.refusals:
            self.refusals -= 1
            return "451 try again later"
        content = envelope.content
        assert isinstance(content, bytes)
        read: Any = email.message_from_bytes(content, policy=email.policy.default)
        self.letters.append(read)
        return "250 taken"

    def link(self, what: str) -> str:
        """Return the path and query of a link of the last letter."""
        text = self.letters[-1].get_content()
        found = re.search(rf"https?://[^/]+(/{what}\S*)", text)
        assert found, text
        return found[1]


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    """A mail server of the module's own."""
    made = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        made.port = free.getsockname()[1]
    controller = Controller(made, hostname="127.0.0.1", port=made.port)
    controller.start()
    yield made
    controller.stop()


@pytest.fixture(scope="module")
def settings(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory, box: Box
) -> Iterator[Settings]:
    """The published town with its clerk, who is gone afterwards."""
    with_mail = dataclasses.replace(
        module_database,
        smtp_url=f"smtp://127.0.0.1:{box.port}",
        mail_from="Urząd <plan@town.invalid>",
    )
    found = published(with_mail, tmp_path_factory.mktemp("town"), FILES)
    with psycopg.connect(found.dsn()) as connection:
        connection.execute(_rows().encode())
    with roles.administrator(found) as connection:
        people.add(
            connection, catalogues.load(found.project), NAME,
            title="Olga Lis", email="olga@town.invalid", groups=["planner"],
        )  # fmt: skip
        people.set_password(connection, NAME, PASSWORD)
    yield found
    with psycopg.connect(clusters.superuser_dsn(found)) as connection:
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(NAME)))


@pytest.fixture
def resident(town: str, settings: Settings, box: Box) -> Iterator[httpx.Client]:
    """A browser of somebody without an account; nobody has sent anything before."""
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(
            "TRUNCATE taking_part.pending, taking_part.attempt, taking_part.subscription,"
            " taking_part.outbox, taking_part.event, taking_part.seen"
        )
        connection.execute("DELETE FROM planning.plan_comment")
        connection.execute("DELETE FROM history.plan_comment")
        connection.execute("UPDATE planning.plan_display SET is_answered = false")
    box.letters.clear()
    with httpx.Client(base_url=town, headers={"Origin": town}, timeout=60) as made:
        yield made


@pytest.fixture
def clerk(town: str) -> Iterator[httpx.Client]:
    """A browser of the planner's."""
    headers = {"Origin": town}
    with httpx.Client(base_url=town, headers=headers, auth=(NAME, PASSWORD), timeout=60) as made:
        yield made
