"""What the database grants: privileges on relations and columns, and policies on rows.

Only roles of ours are compared; what an administrator has granted to others is his business.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping

import cql2

from sip.catalogue import Catalogue, Layer
from sip.database.present import Relation
from sip.database.roles import PUBLIC, personal, role
from sip.database.tables import literal, quoted

_EDIT = ("INSERT", "UPDATE", "DELETE")
_OURS = "sip_"


@dataclasses.dataclass(frozen=True, order=True)
class Grant:
    """One privilege of one role."""

    role: str
    privilege: str
    """`USAGE` is of the sequence of ids."""
    column: str = ""
    """Empty for the whole relation."""


def hidden(layer: Layer, columns: Collection[str]) -> frozenset[str]:
    """Return the columns that nobody sees by the way.

    Those are the personal ones, and those that the layer file has no more: nobody knows whether
    they were.
    """
    declared = {name for name, field in layer.spec.fields.items() if not field.personal}
    own = {"id", "geom", "known", *declared}
    return frozenset(name for name in columns if name not in own and not name.startswith("row_"))


def of_everybody() -> frozenset[Grant]:
    """Return the grants on a relation that everybody reads."""
    return frozenset({Grant(PUBLIC, "SELECT")})


def of_readers(layer: Layer) -> frozenset[Grant]:
    """Return the grants on a relation of staff without personal columns that nobody writes."""
    groups = () if layer.is_personal else (*layer.readers, *layer.editors)
    return frozenset(Grant(role(group), "SELECT") for group in groups)


def of_view(layer: Layer) -> frozenset[Grant]:
    """Return the grants on a layer's view without personal columns."""
    edited = {Grant(role(group), verb) for group in layer.editors for verb in _EDIT}
    return of_readers(layer) | edited


def of_table(
    layer: Layer, columns: Collection[str], kept: Collection[str], catalogue: Catalogue
) -> frozenset[Grant]:
    """Return the grants on a layer's own relation.

    Args:
        layer: The layer.
        columns: All that it has, those of the history included.
        kept: Those that the layer file has no more.
        catalogue: It knows which groups include others.
    """
    grants: set[Grant] = set()
    unseen = hidden(layer, {*columns, *kept})
    if not layer.is_personal:
        seen = [one for one in columns if one not in unseen] if unseen else [""]
        for grant in of_view(layer) if layer.is_table else of_readers(layer):
            whole = [""] if grant.privilege == "DELETE" else seen
            grants |= {dataclasses.replace(grant, column=one) for one in whole}
    if unseen or layer.is_personal:
        grants |= set(_of_personal(layer, catalogue))
    adding = {grant.role for grant in grants if grant.privilege == "INSERT"}
    return frozenset(grants | {Grant(one, "USAGE") for one in adding})


def of_history(
    layer: Layer, columns: Collection[str], kept: Collection[str], catalogue: Catalogue
) -> frozenset[Grant]:
    """Return the grants on the history of a layer: it is read as the layer is."""
    grants = of_table(layer, columns, kept, catalogue)
    return frozenset(grant for grant in grants if grant.privilege == "SELECT")


def of_past(layer: Layer, catalogue: Catalogue) -> frozenset[Grant]:
    """Return the grants on the views of a layer's past, which show no personal columns.

    A layer that is personal as a whole shows all of them to those who may see them.
    """
    return of_history(layer, (), (), catalogue) if layer.is_personal else of_readers(layer)


def _of_personal(layer: Layer, catalogue: Catalogue) -> Iterator[Grant]:
    trusted, editors = layer.rights.personal, layer.editors
    for group in trusted:
        yield Grant(personal(group), "SELECT")
    for group in {*trusted, *editors}:
        if layer.is_personal and group in editors:
            yield Grant(personal(group), "SELECT")
        sees = layer.is_personal or _is_in(group, trusted, catalogue)
        if sees and _is_in(group, editors, catalogue):
            yield from (Grant(personal(group), verb) for verb in _EDIT)


def _is_in(group: str, wanted: Collection[str], catalogue: Catalogue) -> bool:
    """Say whether the members of a group have the rights of one of those wanted."""
    return group in wanted or any(
        _is_in(other, wanted, catalogue) for other in catalogue.groups[group].includes
    )


def changes(
    path: str, sequence: str, wanted: frozenset[Grant], relation: Relation | None
) -> list[str]:
    """Return the statements that bring the grants on a relation to what is wanted."""
    present = {
        Grant(**one)
        for one in (relation.grants if relation else ())
        if one["role"].startswith(_OURS)
    }
    made: list[str] = []
    for who in sorted({one.role for one in wanted ^ present}):
        before = {one for one in present if one.role == who}
        after = {one for one in wanted if one.role == who}
        if any(one.privilege != "USAGE" for one in before):
            made.append(f"REVOKE ALL ON {path} FROM {quoted(who)}")
        uses = Grant(who, "USAGE")
        if uses in before - after:
            made.append(f"REVOKE ALL ON SEQUENCE {sequence} FROM {quoted(who)}")
        made += _granting(path, who, after)
        if uses in after - before:
            made.append(f"GRANT USAGE ON SEQUENCE {sequence} TO {quoted(who)}")
    return made


def _granting(path: str, who: str, grants: Collection[Grant]) -> Iterator[str]:
    columns: dict[str, list[str]] = {}
    for one in sorted(grants):
        if one.privilege != "USAGE":
            columns.setdefault(one.privilege, []).append(one.column)
    if columns:
        said = ", ".join(
            verb if names == [""] else f"{verb} ({', '.join(map(quoted, names))})"
            for verb, names in columns.items()
        )
        yield f"GRANT {said} ON {path} TO {quoted(who)}"


def drafts(layer: Layer) -> str | None:
    """Return the condition, as SQL, of the rows that are no drafts; None where all are none."""
    if layer.rights.drafts is None:
        return None
    return f"({cql2.parse_text(layer.rights.drafts).to_sql()}) IS NOT TRUE"


def policies(layer: Layer, schema: str) -> Mapping[str, str]:
    """Return the statement of each policy on a layer's rows, by name; none where none is needed.

    The history, in another schema than the layer itself, is only read.

    `sip.my_gminas()` is asked once for a statement, not once for a row. Who may not edit needs no
    policy to be refused: he has no privilege.
    """
    finished, gmina = drafts(layer), layer.rights.gmina_field
    if finished is None and gmina is None:
        return {}
    names = [personal(one) if layer.is_personal else role(one) for one in layer.editors]
    editors = ", ".join(map(quoted, names))
    mine = "true"
    if gmina:
        asked = "(SELECT sip.my_gminas())"
        mine = f"({asked} IS NULL OR {quoted(gmina)} = ANY ({asked}::text[]))"
    found = {"sip_read": f"FOR SELECT USING ({finished or 'true'})"}
    if editors:
        found["sip_drafts"] = f"FOR SELECT TO {editors} USING (true)"
    if editors and schema == layer.theme:
        found |= {
            "sip_add": f"FOR INSERT TO {editors} WITH CHECK ({mine})",
            "sip_change": f"FOR UPDATE TO {editors} USING ({mine}) WITH CHECK ({mine})",
            "sip_delete": f"FOR DELETE TO {editors} USING ({mine})",
        }
    path = f"{quoted(schema)}.{quoted(layer.id)}"
    return {name: f"CREATE POLICY {name} ON {path} {rest}" for name, rest in found.items()}


def stale_policies(
    wanted: Mapping[str, str], relation: Relation, *, all_of_them: bool
) -> list[str]:
    """Return the statements that drop policies that are not as declared, or all of ours."""
    path = f"{quoted(relation.schema)}.{quoted(relation.name)}"
    return [
        f"DROP POLICY {quoted(name)} ON {path}"
        for name, made in relation.policies.items()
        if name.startswith(_OURS) and (all_of_them or made != wanted.get(name))
    ]


def missing_policies(
    wanted: Mapping[str, str],
    schema: str,
    layer: Layer,
    relation: Relation | None,
    *,
    all_of_them: bool,
) -> list[str]:
    """Return the statements that make the policies that are not there, or all."""
    known = relation.policies if relation and not all_of_them else {}
    path = f"{quoted(schema)}.{quoted(layer.id)}"
    made: list[str] = []
    for name, statement in wanted.items():
        if known.get(name) != statement:
            note = f"COMMENT ON POLICY {name} ON {path} IS {literal(statement)}"
            made += [statement, note]
    guarded = relation is not None and relation.guarded
    if bool(wanted) != guarded:
        verb = "ENABLE" if wanted else "DISABLE"
        made.append(f"ALTER TABLE {path} {verb} ROW LEVEL SECURITY")
    return made
