"""Which objects belong together: files to one check, and objects to one act."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from sip.planning.feature import Feature
from sip.planning.types import ACT, REGULATIONS, ZONE


@dataclasses.dataclass
class Plan:
    """An act, where it is there, and the zones and regulations in it."""

    act: Feature | None
    members: list[Feature]

    def of(self, *names: str) -> list[Feature]:
        """Return the members of some types."""
        return [one for one in self.members if one.name in names]


def sets_of_files(files: Mapping[Path, Sequence[Feature]]) -> list[list[Path]]:
    """Return which files are checked together.

    Files that repeat one another's objects are copies: each is checked with the files that
    repeat none of its objects.
    """
    marks = {file: {one.address for one in features} for file, features in files.items()}
    rivals = {
        file: {other for other in marks if other != file and marks[file] & marks[other]}
        for file in marks
    }
    found: list[list[Path]] = []
    for file in marks:
        alone = [one for one in marks if one == file or (one not in rivals[file])]
        together = [one for one in alone if one == file or not rivals[one]]
        if not rivals[file]:
            together = [one for one in marks if not rivals[one]]
        if together not in found:
            found.append(together)
    return [one for one in found if not any(set(one) < set(other) for other in found)]


def plans(features: Sequence[Feature]) -> list[Plan]:
    """Give every zone and regulation to its act.

    What names no act goes to the one of its namespace and local identifier, else to the act of
    most objects in its file; without any act, the objects of a file are one plan.
    """
    acts = {one.address: one for one in features if one.name == ACT}
    by_object: dict[str, Feature] = {}
    for one in sorted(acts.values(), key=lambda one: (one.is_ended, one.version_id)):
        by_object.setdefault(one.object_address, one)
    members = [one for one in features if one.name == ZONE or one.name in REGULATIONS]
    chosen = {id(one): _act_of(one, acts, by_object) for one in members}
    usual = _usual(members, chosen)
    rows: dict[tuple[str, str], list[Feature]] = defaultdict(list)
    found: dict[tuple[str, str], Feature | None] = {}
    for one in members:
        act = chosen[id(one)] or usual.get(one.file)
        if act is None and len(by_object) == 1 and not one.namespace:
            act = next(iter(by_object.values()))
        key = ("act", act.address) if act else ("file", str(one.file))
        rows[key].append(one)
        found[key] = act
    lonely = [Plan(act, []) for act in acts.values() if ("act", act.address) not in rows]
    return [Plan(found[key], row) for key, row in rows.items()] + lonely


def _act_of(
    one: Feature, acts: Mapping[str, Feature], by_object: Mapping[str, Feature]
) -> Feature | None:
    named = one.first("plan").href
    if act := acts.get(named) or by_object.get(named) or by_object.get(named.rpartition("/")[0]):
        return act
    local = re.match(r"[1-9]\d*POG", one.local_id)
    same = [act for act in by_object.values() if act.namespace == one.namespace]
    return next((act for act in same if local and act.local_id == local[0]), None) or (
        same[0] if len(same) == 1 else None
    )


def _usual(
    members: Sequence[Feature], chosen: Mapping[int, Feature | None]
) -> Mapping[Path, Feature]:
    counts: dict[Path, Counter[str]] = defaultdict(Counter)
    acts: dict[str, Feature] = {}
    for one in members:
        if act := chosen[id(one)]:
            counts[one.file][act.address] += 1
            acts[act.address] = act
    return {file: acts[row.most_common(1)[0][0]] for file, row in counts.items()}
