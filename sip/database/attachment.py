"""The register of photos and other files, and what everybody sees of it."""

from __future__ import annotations

from pathlib import Path

from sip.catalogue import Catalogue
from sip.database.tables import literal

_FILE = Path(__file__).parent / "sql" / "attachment.sql"
_PUBLIC = """
-- Pictures without what cameras and people wrote, of rows that everybody sees.
CREATE OR REPLACE VIEW pub.attachment WITH (security_barrier) AS
SELECT id, layer, item_id, media_type, public_digest AS digest, thumbnail_digest
FROM sip.attachment
WHERE public_digest IS NOT NULL AND layer = ANY (ARRAY[{layers}]::text[])
    AND pub.shows_row('pub', layer, item_id);
GRANT SELECT ON pub.attachment TO sip_public;
"""


def base(catalogue: Catalogue) -> str:
    """Return the SQL of the register; it differs when other layers show their files."""
    shown = [
        literal(one.id) for one in catalogue.layers.values() if one.spec.attachments == "public"
    ]
    return _FILE.read_text() + _PUBLIC.format(layers=", ".join(sorted(shown)))
