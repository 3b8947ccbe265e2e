"""Planning datasets in GML, read object by object: what is too big or hostile is refused."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import shapely
from lxml import etree

from sip import xml
from sip.errors import DataError, QueryError
from sip.planning import axes, geometry
from sip.planning.feature import Feature, Flaw, Value
from sip.planning.rules import Limits, RuleBook
from sip.planning.types import GCO, GML, XLINK, Attribute, schemas

type Validate = Callable[[etree._Element, str], list[tuple[int, str]]]
"""Given an object and its version, says lines and reasons why it does not fit the schema."""

_STAND_IN = "0 0 0 1 1 1 0 0"  # what validation sees instead of coordinates already read
_POSITIONS = f"{{{GML}}}posList"
_TERYT = re.compile(r"/([0-9]{2})")


@dataclasses.dataclass
class Dataset:
    """What one file holds."""

    file: Path
    features: list[Feature] = dataclasses.field(default_factory=list)
    orders: dict[str, axes.Order] = dataclasses.field(default_factory=dict)
    """How coordinates were taken, by srsName."""
    seen: set[str] = dataclasses.field(default_factory=set)
    """Elements that hold objects of other schemas."""


def read(file: Path, stream: BinaryIO, book: RuleBook, validate: Validate | None = None) -> Dataset:
    """Read a file of objects.

    Raises:
        DataError: It is not XML, or has more than it may.
    """
    dataset = Dataset(file)
    try:
        for feature in _features(file, stream, book.settings.limits, validate, dataset.seen):
            dataset.features.append(feature)
            if len(dataset.features) > book.settings.limits.features:
                raise DataError(f"more than {book.settings.limits.features:,} objects")
    except QueryError as error:
        raise DataError(_plain(str(error), book.settings.limits)) from error
    _orient(dataset, book)
    return dataset


def _plain(reason: str, limits: Limits) -> str:
    """Say in words what the parser's limits mean."""
    if "huge text node" in reason or "length too long" in reason or "too long" in reason:
        return (
            f"a text of more than 10 MB, or a ring of more than {limits.ring_vertices:,} vertices"
        )
    if "xcessive depth" in reason:
        return "elements are nested too deeply"
    return reason


def _features(
    file: Path, stream: BinaryIO, limits: Limits, validate: Validate | None, seen: set[str]
) -> Iterator[Feature]:
    table = schemas()
    within: int | None = None
    lists: dict[etree._Element, geometry.Points] = {}
    vertices = 0
    for step in xml.steps(stream):
        element = step.element
        if within is None:
            name = etree.QName(element)
            version = table.version_of(name.namespace)
            if version is not None and name.localname in table.types:
                within = step.depth
            elif not step.is_begin:
                seen.add(name.localname)
                xml.forget(element)
            continue
        if step.is_begin:
            continue
        if element.tag == _POSITIONS:
            values = geometry.numbers(element.text or "", limits.ring_vertices)
            vertices += len(values) // 2
            if vertices > limits.file_vertices:
                raise DataError(f"more than {limits.file_vertices:,} vertices")
            lists[element] = values
            element.text = _STAND_IN
        if step.depth == within:
            yield _feature(file, element, lists, limits, validate)
            lists.clear()
            within = None
            xml.forget(element)


def _feature(
    file: Path,
    element: etree._Element,
    lists: dict[etree._Element, geometry.Points],
    limits: Limits,
    validate: Validate | None,
) -> Feature:
    name = etree.QName(element)
    version = schemas().version_of(name.namespace)
    assert version is not None
    kind = schemas().types[name.localname]
    feature = Feature(
        name=name.localname,
        type=kind,
        version=version,
        file=file,
        line=element.sourceline or 0,  # type: ignore[arg-type]
        gml_id=element.get(f"{{{GML}}}id", ""),
        identifier=(element.findtext(f"{{{GML}}}identifier") or "").strip(),
    )
    for child in element:
        own = etree.QName(child)
        attribute = kind.attributes.get(own.localname)
        if attribute is None or own.namespace != name.namespace:
            continue
        if attribute.is_geometry:
            _take_surface(feature, child, lists, limits)
        elif attribute.type == "identifier":
            for part in child.iter():
                if part.text and part.text.strip():
                    feature.values[xml.local(part)] = [Value(part.text.strip())]
        else:
            feature.values.setdefault(own.localname, []).append(_value(child, attribute))
    if validate is not None:
        for line, reason in validate(element, version):
            feature.flaw("S01", line=line, reason=reason, version=version)
    return feature


def _value(element: etree._Element, attribute: Attribute) -> Value:
    if attribute.type == "base_map":
        parts = {xml.local(one): (one.text or "").strip() for one in element.iter() if not len(one)}
        return Value(more=parts)
    if attribute.type == "dated":
        date = next(element.iter(f"{{{GCO}}}Date", f"{{{GCO}}}DateTime"), None)
        code = next(element.iter("{*}CI_DateTypeCode"), None)
        kind = "" if code is None else code.get("codeListValue", "")
        return Value(text="" if date is None else xml.text(date)[:10], title=kind)
    return Value(
        text=(element.text or "").strip() if attribute.type not in ("code", "reference") else "",
        href=element.get(f"{{{XLINK}}}href", "").strip(),
        title=element.get(f"{{{XLINK}}}title", "").strip(),
        uom=element.get("uom", "").strip(),
    )


def _take_surface(
    feature: Feature,
    element: etree._Element,
    lists: dict[etree._Element, geometry.Points],
    limits: Limits,
) -> None:
    found = geometry.surface(element, lists, limits.ring_vertices)
    feature.shape, feature.srs = found.shape, found.srs or _srs_above(element)
    feature.crs = axes.code_of(feature.srs) if feature.srs else None
    for reason, place in found.faults:
        feature.flaw("G01", "unread", reason=reason, at=place)


def _srs_above(element: etree._Element) -> str:
    """Return the CRS of a feature's envelope, for geometries that say none."""
    parent = element.getparent()
    envelope = None if parent is None else parent.find(f"{{{GML}}}boundedBy/{{{GML}}}Envelope")
    return "" if envelope is None else envelope.get("srsName", "")


def _orient(dataset: Dataset, book: RuleBook) -> None:
    """Bring all geometries of a file to x, y."""
    for srs in {one.srs for one in dataset.features if one.crs is not None}:
        those = [one for one in dataset.features if one.srs == srs and one.shape]
        if not those:
            continue
        code = those[0].crs
        assert code is not None
        kept, odd = axes.apart([one.shape for one in those if one.shape], code)
        points = shapely.get_coordinates([those[at].shape for at in kept])
        teryt = next((m[1] for one in those if (m := _TERYT.search(one.namespace))), "")
        order = axes.found(srs, code, points[:, 0], points[:, 1], teryt, book)
        dataset.orders[srs] = order
        strange = {id(those[at]) for at in odd}
        turned = [one for one in those if order.north_first != (id(one) in strange)]
        for feature in turned:
            feature.shape = shapely.transform(feature.shape, np.fliplr)
            feature.flaws = [_turned(one) for one in feature.flaws]
        for at in odd:
            found, rest = axes.WORDS[not order.north_first], axes.WORDS[order.north_first]
            those[at].flaw("C02", found=found, rest=rest, srs=srs)


def _turned(flaw: Flaw) -> Flaw:
    if flaw.place is None:
        return flaw
    return dataclasses.replace(flaw, place=shapely.transform(flaw.place, np.fliplr))
