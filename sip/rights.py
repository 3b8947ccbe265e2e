"""Who may do what with a layer, as the files declare it.

The database grants what stands here; no program decides by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field as Key

from sip.declaration import ID_PATTERN, Model
from sip.text import Text

type GroupId = Annotated[str, Key(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
type Groups = Annotated[tuple[GroupId, ...], Key(strict=False)]

ALL_STAFF = "viewer"
STEWARDS = "steward"


class Group(Model):
    """People of one duty; the database role `sip_<id>`."""

    title: Text
    """What its members are called."""
    description: Text | None = None
    """What they do, in one sentence."""
    includes: Groups = ()
    """Groups whose rights its members have, too; everybody in a group has those of `viewer`."""
    runs: Annotated[tuple[str, ...], Key(strict=False)] = ()
    """Processes that its members may start, by their names under `/ogc/processes`; data stewards
    may start all of them."""


_BUILT_IN: Mapping[str, Group] = {
    ALL_STAFF: Group(title=Text(pl="Pracownik", en="Staff")),
    STEWARDS: Group(title=Text(pl="Opiekun danych", en="Data steward")),
    "administrator": Group(title=Text(pl="Administrator", en="Administrator")),
}
RESERVED = ("owner", "public", "gateway", "people", "editor")
"""Names that would make a role of the platform itself."""


class GroupsFile(Model):
    """The groups of people: `layers/_groups.yaml`."""

    groups: dict[GroupId, Group] = {}
    """By id. `viewer`, `steward` and `administrator` are always there, declared or not."""

    def complete(self) -> dict[str, Group]:
        """Return every group, each with `viewer` among those that it includes."""
        return {
            name: one
            if name == ALL_STAFF or ALL_STAFF in one.includes
            else one.model_copy(update={"includes": (ALL_STAFF, *one.includes)})
            for name, one in {**_BUILT_IN, **self.groups}.items()
        }


class Rights(Model):
    """Which groups may do what with the rows of a layer; a theme's are defaults."""

    read: Groups | None = None
    """Who reads what is not personal; by default all staff, nobody where access is restricted."""
    edit: Groups | None = None
    """Who adds, changes and deletes rows, and reads them, too; by default data stewards, nobody
    where access is restricted. Where nobody reads, they need their role `<name>.personal`."""
    personal: Groups = ()
    """Whose members may take on their role `<name>.personal` for the layer's personal data."""


class RowRights(Rights):
    """Rights of one layer, down to its rows."""

    gmina_field: str | None = Key(default=None, pattern=ID_PATTERN)
    """Field with the TERYT code of a gmina: its rows are changed by the staff of that gmina only,
    and by those who work for no gmina in particular."""
    drafts: str | None = None
    """Condition in CQL2 text: only those who may edit the layer see such rows."""
    require_match: bool = False
    """Whether a change through services must say which version it is made from (`If-Match`). QGIS
    does not over OGC API, though it does over the database."""
