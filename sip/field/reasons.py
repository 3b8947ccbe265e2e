"""Why an edit lies in the inbox, in plain words and both languages."""

from __future__ import annotations

import dataclasses

import psycopg
from psycopg import errors

from sip.catalogue import Catalogue
from sip.editing import rules
from sip.field.merge import Clash
from sip.field.part import GEOMETRY, Part
from sip.text import Text


@dataclasses.dataclass(frozen=True)
class Reason:
    """Why, as programs and as people read it."""

    code: str
    """`both_changed`, `deleted_there`, ..., `right`, or the name of a rule."""
    message: Text
    fields: tuple[str, ...] = ()
    """The attributes that it is about; none where it is about the row."""


NO_RIGHT = Reason(
    "right",
    Text(
        pl="Nie masz prawa do tej zmiany w tym wierszu.",
        en="You have no right to this change of this row.",
    ),
)
LAYER_GONE = Reason(
    "layer_gone",
    Text(
        pl="Tej warstwy już nie ma albo nie masz do niej prawa.",
        en="This layer is not there any more, or you have no right to it.",
    ),
)
RESTLESS = Reason(
    "restless",
    Text(
        pl="Wiersz zmieniał się bez przerwy podczas wczytywania. Wczytaj plik jeszcze raz.",
        en="The row kept changing while the file was taken in. Take it in again.",
    ),
)
_CLASHES = {
    Clash.BOTH_CHANGED: Text(
        pl="Zmienione w terenie i tymczasem w bazie: {}.",
        en="Changed in the field and meanwhile in the database: {}.",
    ),
    Clash.COLUMN_GONE: Text(
        pl="Zmienione w terenie, ale tych pól już nie ma: {}.",
        en="Changed in the field, but these fields are not there any more: {}.",
    ),
    Clash.CHANGED_HERE_DELETED_THERE: Text(
        pl="Zmienione w terenie ({}), a tymczasem usunięte z bazy.",
        en="Changed in the field ({}), and meanwhile deleted from the database.",
    ),
    Clash.DELETED_HERE_CHANGED_THERE: Text(
        pl="Usunięte w terenie, a tymczasem zmienione w bazie.",
        en="Deleted in the field, and meanwhile changed in the database.",
    ),
}


def of_clash(clash: Clash, fields: tuple[str, ...], part: Part) -> Reason:
    """Say why two edits do not go together."""
    pl, en = (
        ", ".join(_title(name, part)[language] for name in fields) for language in ("pl", "en")
    )
    template = _CLASHES[clash]
    message = Text(pl=template.pl.format(pl), en=template.en.format(en))
    return Reason(clash.value, message, fields)


def of_refusal(error: psycopg.Error, part: Part, catalogue: Catalogue) -> Reason:
    """Say why the database refuses a row."""
    said = error.diag
    message = said.message_primary or str(error)
    if isinstance(error, errors.InsufficientPrivilege):
        return NO_RIGHT
    if isinstance(error, errors.NotNullViolation):
        broken = rules.lacking(said.column_name or "", part.layer)
    elif isinstance(error, errors.IntegrityError) and said.constraint_name:
        broken = rules.named(said.constraint_name, message, part.layer, catalogue)
    else:
        text = Text(pl=f"Baza odmawia: {message}", en=f"The database refuses: {message}")
        return Reason("refused", text)
    return Reason(broken.rule, broken.message, (broken.field,) if broken.field else ())


def _title(name: str, part: Part) -> Text:
    if name == GEOMETRY:
        return Text(pl="geometria", en="geometry")
    field = part.layer.spec.fields.get(name)
    return field.title if field else Text(pl=name, en=name)
