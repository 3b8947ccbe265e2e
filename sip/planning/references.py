"""Rules across objects: designations and identifiers used once, references that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sip.planning.feature import Feature
from sip.planning.grouping import Plan
from sip.planning.types import ACT, ADDRESS, BACK, DOCUMENT, GROUPS, REGULATIONS, ZONE

_IDENTITY_RULES = ("A02", "A03", "A04", "A09", "A16", "A18", "R05")


def check(features: Sequence[Feature], plans: Sequence[Plan]) -> None:
    """Note what is wrong between objects that are checked together."""
    _used_twice(features)
    for plan in plans:
        _designations(plan)
    _identifiers(features)
    index = _Index(features)
    for feature in features:
        for name, attribute in feature.type.in_version(feature.version).items():
            if attribute.type == "reference":
                assert attribute.target is not None
                _references(feature, name, attribute.target, index)
    _both_ways(features, plans, index)


def _designations(plan: Plan) -> None:
    act = _local_id_of_act(plan)
    for names in ((ZONE,), *((one,) for one in REGULATIONS)):
        current = [one for one in plan.of(*names) if not one.is_ended]
        rows: dict[str, list[Feature]] = defaultdict(list)
        for one in current:
            if not one.has("A09", "R05"):
                rows[one.text("oznaczenie")].append(one)
        for designation, row in rows.items():
            for one in row[1:] if designation else ():
                if names == (ZONE,):
                    one.flaw("A09", "twice", value=designation, other=row[0].label)
    for zone in plan.of(ZONE):
        if not zone.has("A09", "A10", "A18", "R05"):
            _local_id(zone, act)


def _local_id_of_act(plan: Plan) -> str | None:
    """Return the act's local identifier; without the act, the one that most of its zones have."""
    if plan.act is not None and not plan.act.has("A02"):
        return plan.act.local_id
    said = Counter(one.local_id.partition("-")[0] for one in plan.of(ZONE))
    most = said.most_common(2)
    is_clear = bool(most) and (len(most) == 1 or most[0][1] > most[1][1])
    return most[0][0] if is_clear and re.fullmatch(r"[1-9]\d*POG", most[0][0]) else None


def _local_id(zone: Feature, act: str | None) -> None:
    designation = zone.text("oznaczenie")
    fits = re.fullmatch(rf"([1-9]\d*POG)-{re.escape(designation)}", zone.local_id)
    if not fits or (act is not None and fits[1] != act):
        given = re.match(r"[1-9]\d*POG", zone.local_id)
        expected = f"{act or (given[0] if given else '1POG')}-{designation}"
        zone.flaw("A09", "local", value=zone.local_id, expected=expected)


def _used_twice(features: Sequence[Feature]) -> None:
    addresses: set[str] = set()
    current: set[str] = set()
    marks: set[tuple[object, str]] = set()
    for one in features:
        is_whole = bool(one.local_id and one.namespace)
        mark = one.object_address
        if is_whole and one.address in addresses:
            one.flaw("R05", value=one.address)
        elif is_whole and one.name != ZONE and not one.is_ended and mark in current:
            one.flaw("R05", value=mark)
        elif one.gml_id and (one.file, one.gml_id) in marks:
            one.flaw("R05", "gml_id", value=one.gml_id)
        addresses.add(one.address)
        marks.add((one.file, one.gml_id))
        if not one.is_ended:
            current.add(mark)


def _identifiers(features: Sequence[Feature]) -> None:
    for one in features:
        if (
            one.identifier
            and not one.has(*_IDENTITY_RULES)
            and one.identifier not in (one.address, one.object_address)
        ):
            one.flaw("R06", value=one.identifier, expected=one.address)


class _Index:
    """Finds objects by what references say."""

    def __init__(self, features: Sequence[Feature]):
        self._by_name: dict[str, list[Feature]] = defaultdict(list)
        self._kinds: set[tuple[str, str]] = set()
        for one in features:
            for name in {one.address, one.object_address, one.identifier, f"#{one.gml_id}"}:
                self._by_name[name].append(one)
            self._kinds.add((one.name, one.namespace))

    def named(self, href: str) -> list[Feature]:
        return self._by_name.get(href, [])

    def could_have(self, href: str, types: Sequence[str]) -> bool:
        """Say whether objects of these types are there in the namespace that an address names."""
        return any((name, _namespace(href)) in self._kinds for name in types)


def _namespace(href: str) -> str:
    parts = href.removeprefix(f"{ADDRESS}/").split("/")
    return "/".join(parts[1:3])


def _references(feature: Feature, name: str, target: str, index: _Index) -> None:
    types = GROUPS.get(target, (target,))
    for value in feature.values.get(name, ()):
        if not value.href:
            feature.flaw("R02", attribute=name)
            continue
        found = index.named(value.href)
        said = value.href.removeprefix(f"{ADDRESS}/").partition("/")[0]
        is_ours = value.href.startswith(f"{ADDRESS}/")
        if (found and not any(one.name in types for one in found)) or (
            is_ours and not found and said not in types
        ):
            feature.flaw("R03", attribute=name, value=value.href, expected=target)
        elif (not found and is_ours and index.could_have(value.href, types)) or (
            not found and value.href.startswith("#")
        ):
            feature.flaw("R01", attribute=name, value=value.href)
    if not feature.values.get(name) and name == "plan":
        feature.flaw("R02", attribute=name)


def _both_ways(features: Sequence[Feature], plans: Sequence[Plan], index: _Index) -> None:
    forth = {DOCUMENT: BACK, ACT: {back: name for name, back in BACK.items()}}
    for one in features:
        for name, back in forth.get(one.name, {}).items():
            for other in _others(one, name, index):
                if one not in _others(other, back, index):
                    one.flaw("R04", attribute=name, value=other.label, back=back)
    for plan in plans:
        for member in plan.members if plan.act is not None else ():
            assert plan.act is not None
            lists = "wydzielenie" if member.name == ZONE else "regulacja"
            listed = plan.act.values.get(lists)
            names = {member.address, member.object_address, f"#{member.gml_id}"}
            if listed and not member.is_ended and not names & {one.href for one in listed}:
                member.flaw("R04", attribute="plan", value=plan.act.label, back=lists)


def _others(one: Feature, attribute: str, index: _Index) -> Iterator[Feature]:
    for value in one.values.get(attribute, ()):
        yield from index.named(value.href)
