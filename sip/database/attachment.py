"""The register of photos and other files, and what everybody sees of it."""

from __future__ import annotations

from pathlib import Path

from sip.catalogue import Catalogue
from sip.database.history import HISTORY, KNOWN_NOW
from sip.database.tables import literal
from sip.database.versions import AS_OF, known

_FILE = Path(__file__).parent / "sql" / "attachment.sql"
_PUBLIC = """
-- Pictures without what cameras and people wrote, of rows that everybody sees.
CREATE OR REPLACE VIEW pub.attachment WITH (security_barrier) AS
SELECT id, layer, item_id, media_type, public_digest AS digest, thumbnail_digest
FROM sip.attachment
WHERE public_digest IS NOT NULL AND layer = ANY (ARRAY[{layers}]::text[])
    AND pub.shows_row('pub', layer, item_id);
GRANT SELECT ON pub.attachment TO sip_public;

-- Those that were known at an instant, of rows that were: of everybody, and of staff.
CREATE OR REPLACE VIEW past_pub.attachment WITH (security_barrier) AS
SELECT id, layer, item_id, media_type, public_digest AS digest, thumbnail_digest
FROM ({versions}) AS a
WHERE public_digest IS NOT NULL AND layer = ANY (ARRAY[{layers}]::text[]) AND {known}
    AND pub.shows_row('past_pub', layer, item_id);
CREATE OR REPLACE VIEW past.attachment WITH (security_barrier) AS
SELECT {columns} FROM ({versions}) AS a WHERE {known} AND pub.shows_row('past', layer, item_id);
GRANT SELECT ON past_pub.attachment TO sip_public;
GRANT SELECT ON past.attachment TO sip_viewer;
"""
_COLUMNS = (
    "id, layer, item_id, name, note, media_type, bytes, author, taken_at, direction_deg, geom,"
    " digest, public_digest, thumbnail_digest"
)
_VERSIONS = (
    f"SELECT {_COLUMNS}, {KNOWN_NOW} AS known FROM sip.attachment"
    f" UNION ALL SELECT {_COLUMNS}, known FROM {HISTORY}.attachment"
)


def base(catalogue: Catalogue) -> str:
    """Return the SQL of the register; it differs when other layers show their files."""
    shown = [
        literal(one.id) for one in catalogue.layers.values() if one.spec.attachments == "public"
    ]
    return _FILE.read_text() + _PUBLIC.format(
        layers=", ".join(sorted(shown)),
        columns=_COLUMNS,
        versions=_VERSIONS,
        known=known("attachment", AS_OF),
    )
