"""Legal consistency of acts: documents that a state needs, dates, status of provisions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from sip.planning.feature import Feature
from sip.planning.grouping import Plan
from sip.planning.rules import RuleBook
from sip.planning.types import ACT, BACK, DOCUMENT

_OPEN = ("elaboration", "adoption")


def check(features: Sequence[Feature], plans: Sequence[Plan], book: RuleBook) -> None:
    """Note what contradicts the law's order of things."""
    documents = {
        name: one
        for one in features
        if one.name == DOCUMENT
        for name in (one.address, one.object_address, one.identifier, f"#{one.gml_id}")
    }
    for act in (one for one in features if one.name == ACT):
        roles = _roles(act, features)
        _documents(act, roles, book)
        _dates(act, {role: documents[n] for role, n in roles.items() if n in documents}, book)
    for plan in plans:
        if plan.act is not None:
            _statuses(plan, plan.act, book)
    for document in set(map(id, documents.values())):
        one = next(found for found in documents.values() if id(found) == document)
        _order(one, ("dataWejsciaWZycie", one), ("dataUchylenia", one))


def _roles(act: Feature, features: Sequence[Feature]) -> Mapping[str, str]:
    """Return the address of a document for every role that one has, said by either side."""
    found = {name: act.first(name).href for name in BACK.values() if act.first(name).href}
    names = {act.address, act.object_address, act.identifier, f"#{act.gml_id}"}
    for one in features:
        for name, back in BACK.items() if one.name == DOCUMENT else ():
            if names & {value.href for value in one.values.get(name, ())}:
                found.setdefault(back, one.address)
    return found


def _documents(act: Feature, roles: Mapping[str, str], book: RuleBook) -> None:
    needed = book.settings.documents.get(act.status)
    if needed is not None and not any(role in roles for role in needed.any_of):
        act.flaw(
            "L01",
            severity=needed.severity,
            status=book.name_of("plan_status", act.first("status").href) or act.status,
            roles=" / ".join(needed.any_of),
        )


def _dates(act: Feature, documents: Mapping[str, Feature], book: RuleBook) -> None:
    since = act.date("obowiazujeOd")
    if act.status == "legalForce" and since and since > book.today:
        act.flaw("L02", "future", value=since, today=book.today)
    begun, adopted = documents.get("dokumentPrzystepujacy"), documents.get("dokumentUchwalajacy")
    if begun is not None and adopted is not None:
        _order(act, ("data", begun), ("data", adopted))
    if adopted is not None:
        _order(act, ("data", adopted), ("obowiazujeOd", act))
    for role in ("dokumentUchylajacy", "dokumentUniewazniajacy"):
        if (ending := documents.get(role)) is not None and act.date("obowiazujeDo"):
            _order(act, ("obowiazujeOd", act), ("data", ending))


def _order(at: Feature, first: tuple[str, Feature], second: tuple[str, Feature]) -> None:
    earlier, later = _date(*first), _date(*second)
    if earlier and later and earlier > later:
        at.flaw(
            "L02",
            "order",
            first=f"{first[1].local_id} {first[0]}",
            first_date=earlier,
            second=f"{second[1].local_id} {second[0]}",
            second_date=later,
        )


def _date(attribute: str, feature: Feature) -> datetime.date | None:
    return feature.date(attribute)


def _statuses(plan: Plan, act: Feature, book: RuleBook) -> None:
    wrong = [
        one for one in plan.members if _contradicts(one, act) and not one.has("A05", "A06", "R05")
    ]
    standing = [one for one in plan.members if not one.is_ended]
    is_of_act = len(wrong) > 1 and len(wrong) == len(standing)
    for one in wrong[:1] if is_of_act else wrong:
        (act if is_of_act else one).flaw(
            "L03",
            value=book.name_of("plan_status", one.first("status").href) or one.status,
            act=act.local_id,
            expected=book.name_of("plan_status", act.first("status").href) or act.status,
        )


def _contradicts(one: Feature, act: Feature) -> bool:
    return (one.status == "legalForce" and act.status in (*_OPEN, "obsolete")) or (
        one.status in _OPEN and act.status == "legalForce" and not one.is_ended
    )
