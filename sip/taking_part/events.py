"""What happened to acts, found by comparing them with what was seen last, and told once to each.

Only what everybody reads is compared: an act that is hidden is no news.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from sip.catalogue import Catalogue
from sip.taking_part import registers
from sip.taking_part.tokens import ending
from sip.text import Language, Text

_LOCK = 7_477_012
_UNKNOWN = Text(pl="nowy", en="new")
_SUBJECT = Text(pl="{title}: {after}", en="{title}: {after}")
_TEXT = Text(
    pl="{title}\n\nStan aktu zmienił się: {before} → {after}.\n\nSzczegóły: {link}\n\n"
    "Wiadomość wysłał {office}, bo subskrybujesz ten obszar.\nKoniec subskrypcji: {end}\n",
    en="{title}\n\nThe state of the act has changed: {before} → {after}.\n\nMore: {link}\n\n"
    "Sent by {office}, because you subscribed to this area.\nEnd the subscription: {end}\n",
)
_CHANGED = """
    SELECT a.id AS row_id, a.identifier AS act, a.title, a.{state}::text AS after,
        s.state AS before, a.geom
    FROM pub.{layer} AS a LEFT JOIN taking_part.seen AS s ON s.act = a.identifier
    WHERE a.{state} IS NOT NULL AND a.{state} IS DISTINCT FROM s.state ORDER BY a.id"""
_SEE = """
    INSERT INTO taking_part.seen (act, state) VALUES (%(act)s, %(after)s)
    ON CONFLICT (act) DO UPDATE SET state = EXCLUDED.state"""
_EVENT = """
    INSERT INTO taking_part.event (act, row_id, title, before, after, area)
    VALUES (%(act)s, %(row_id)s, %(title)s, %(before)s, %(after)s, %(geom)s)
    RETURNING id, at"""
_RECEIVERS = """
    SELECT id, email, webhook, secret, language FROM taking_part.subscription
    WHERE area && %(geom)s::geometry AND ST_Intersects(area, %(geom)s::geometry)"""
_POST = """
    INSERT INTO taking_part.outbox (key, kind, receiver, content)
    VALUES (%(key)s, %(kind)s, %(receiver)s, %(content)s) ON CONFLICT (key) DO NOTHING"""
type Row = dict[str, Any]


def look(connection: psycopg.Connection[Any], catalogue: Catalogue, root: str) -> int:
    """Find the acts whose state has changed, and write down whom to tell; return how many.

    All in the caller's transaction. The first look only remembers: nobody is told of the past.

    Args:
        connection: As the owner.
        catalogue: It names states in words.
        root: The origin of links, without a slash at the end.
    """
    act = registers.act_layer(catalogue)
    statement = sql.SQL(_CHANGED).format(
        state=sql.Identifier(registers.state_field(act)), layer=sql.Identifier(act.id)
    )
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        known = cursor.execute("SELECT EXISTS (SELECT FROM taking_part.seen) AS any").fetchone()
        assert known is not None
        changed = cursor.execute(statement).fetchall()
        for row in changed:
            cursor.execute(_SEE, row)
            if known["any"]:
                _tell(cursor, catalogue, row, root)
    return len(changed) if known["any"] else 0


def _tell(cursor: psycopg.Cursor[Row], catalogue: Catalogue, row: Row, root: str) -> None:
    event = cursor.execute(_EVENT, {**row, "before": row["before"] or ""}).fetchone()
    assert event is not None
    for receiver in cursor.execute(_RECEIVERS, row).fetchall():
        kind = "webhook" if receiver["webhook"] else "mail"
        content = (
            {"body": _body(catalogue, row, event, root), "secret": receiver["secret"]}
            if receiver["webhook"]
            else _letter(catalogue, row, receiver, root)
        )
        cursor.execute(
            _POST,
            {
                "key": f"event/{event['id']}/{receiver['id']}",
                "kind": kind,
                "receiver": receiver["webhook"] or receiver["email"],
                "content": Jsonb(content),
            },
        )


def _body(catalogue: Catalogue, row: Row, event: Row, root: str) -> Row:
    return {
        "type": "act-state-changed",
        "act": row["act"],
        "title": row["title"],
        "before": row["before"],
        "after": row["after"],
        "after_title": named(catalogue, row["after"], "pl"),
        "at": event["at"].isoformat(timespec="seconds"),
        "href": link(root, row["row_id"]),
    }


def _letter(catalogue: Catalogue, row: Row, receiver: Row, root: str) -> Row:
    language: Language = receiver["language"]
    token = ending(receiver["secret"])
    end = f"{root}/subscription/end?token={quote(token)}"
    said = {
        "title": row["title"],
        "before": named(catalogue, row["before"], language),
        "after": named(catalogue, row["after"], language),
        "link": link(root, row["row_id"]),
        "office": catalogue.project.contact.organisation[language],
        "end": f"{end}&lang={language}",
    }
    return {
        "subject": " ".join(_SUBJECT[language].format(**said).split())[:200],
        "text": _TEXT[language].format(**said),
        "unsubscribe": end,
    }


def link(root: str, row: int) -> str:
    """Return the page of an act."""
    return f"{root}/ogc/collections/{registers.ACT}/items/{row}?f=html"


def named(catalogue: Catalogue, state: str | None, language: Language) -> str:
    """Return what a state is called."""
    act = registers.act_layer(catalogue)
    codes = catalogue.codes_of(act.spec.fields[registers.state_field(act)])
    known = {one.code: one.title[language] for one in codes.values} if codes else {}
    return known.get(state or "", state or _UNKNOWN[language])
