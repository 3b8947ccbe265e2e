"""A map in one HTML file, to e-mail or to keep: nothing in it comes from outside.

The file carries Leaflet (the vendored copy), the rows as GeoJSON, their look and their words.
"""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import folium
import psycopg
from branca.element import Element, Figure

from services.portal.assets import FOLDER
from services.portal.words import words
from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import DatabaseError, QueryError, TooMuch
from sip.layer import Field
from sip.settings import Settings
from sip.style import Symbol
from sip.styling import legend
from sip.styling.legend import Always, Between, Condition, Entry, OneOf
from sip.text import Language

MOST_FEATURES = 5_000
_VENDOR = FOLDER / "vendor"

type Properties = Mapping[str, Any]


class _OfflineMap(folium.Map):
    """A folium map that links none of folium's scripts and styles."""

    default_js: list[tuple[str, str]] = []
    default_css: list[tuple[str, str]] = []


@dataclasses.dataclass(frozen=True)
class _Row:
    """One row: its geometry as GeoJSON in degrees, and its public fields."""

    geometry: Any
    properties: Properties


def draw(
    catalogue: Catalogue,
    settings: Settings,
    layers: Sequence[Layer],
    language: Language,
    part: Extent | None = None,
) -> str:
    """Draw layers, the topmost first, as one HTML document.

    Args:
        catalogue: The project's catalogue.
        settings: Where the database is; it is read as the public reads it.
        layers: Public vector layers with a geometry.
        language: Language of every word in the file.
        part: Only what meets this rectangle, CRS84.

    Raises:
        QueryError: A layer is not public or has no geometry.
        TooMuch: There are more than 5,000 features.
        DatabaseError: The database does not answer.
    """
    for layer in layers:
        if not layer.is_vector or not layer.services or layer.spec.geometry is None:
            raise QueryError(f'"{layer.id}" is no public layer with a geometry')
    try:
        with psycopg.connect(settings.dsn("sip_public")) as connection:
            _check_size(connection, layers, part)
            rows = {layer.id: _rows(connection, layer, part) for layer in layers}
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
    page = _page(catalogue, layers, language)
    for layer in reversed(layers):
        if rows[layer.id]:
            _add(page, catalogue, layer, rows[layer.id], language)
    folium.LayerControl(collapsed=False).add_to(page)
    return str(page.get_root().render())


def _check_size(
    connection: psycopg.Connection[Any], layers: Sequence[Layer], part: Extent | None
) -> None:
    counts = {}
    for layer in layers:
        where, values = _where(part)
        sql = f"SELECT count(*) FROM {layer.relation} {where}"
        found = connection.execute(sql.encode(), values).fetchone()
        counts[layer.id] = found[0] if found else 0
    total = sum(counts.values())
    if total > MOST_FEATURES:
        listed = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        raise TooMuch(
            f"{total:,} features ({listed}); a one-file map holds {MOST_FEATURES:,} at most\n"
            "  name fewer layers, or a part with --bbox WEST,SOUTH,EAST,NORTH"
        )


def _where(part: Extent | None) -> tuple[str, tuple[float, ...]]:
    if part is None:
        return "", ()
    return (
        "WHERE ST_Intersects(geom, "
        "ST_Transform(ST_MakeEnvelope(%s, %s, %s, %s, 4326), ST_SRID(geom)))",
        (part.west, part.south, part.east, part.north),
    )


def _rows(connection: psycopg.Connection[Any], layer: Layer, part: Extent | None) -> list[_Row]:
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in layer.visible_fields)
    where, values = _where(part)
    sql = f"""SELECT ST_AsGeoJSON(ST_Transform(geom, 4326), 6), json_build_object({pairs})
              FROM {layer.relation} {where} ORDER BY id"""
    found = connection.execute(sql.encode(), values).fetchall()
    return [_Row(json.loads(geometry), properties) for geometry, properties in found]


def _page(catalogue: Catalogue, layers: Sequence[Layer], language: Language) -> _OfflineMap:
    page = _OfflineMap(
        tiles=None, control_scale=True, attribution_control=False, prefer_canvas=True
    )
    box = catalogue.project.extent
    page.fit_bounds([[box.south, box.west], [box.north, box.east]])
    css = re.sub(r"url\([^)]*\)", "none", (_VENDOR / "leaflet.css").read_text(encoding="utf-8"))
    script = (_VENDOR / "leaflet.js").read_text(encoding="utf-8")
    script = re.sub(r"//# sourceMappingURL=.*", "", script)
    figure = page.get_root()
    assert isinstance(figure, Figure)
    head = figure.header
    title = html.escape(", ".join(layer.spec.title[language] for layer in layers))
    head.add_child(Element(f"<title>{title}</title>"), name="title")
    head.add_child(Element(f"<style>{css}\n{_CSS}</style>"), name="leaflet_style")
    head.add_child(Element(f"<script>{script}</script>"), name="leaflet_script")
    figure.html.add_child(Element(_words(catalogue, layers, language)), name="words")
    return page


def _words(catalogue: Catalogue, layers: Sequence[Layer], language: Language) -> str:
    """Return the box with title, legend, source and, where it is so, the synthetic notice."""
    project = catalogue.project
    parts = [f"<h1>{html.escape(project.title[language])}</h1>"]
    for layer in layers:
        lines = "".join(
            f"<li>{_swatch(entry.symbol)}{html.escape(entry.title[language])}</li>"
            for entry in legend.of(catalogue, layer).entries
        )
        parts.append(f"<h2>{html.escape(layer.spec.title[language])}</h2><ul>{lines}</ul>")
    parts.append(f"<p>{html.escape(project.contact.organisation[language])}</p>")
    if project.synthetic:
        parts.append(f"<p><strong>{html.escape(words(language)['synthetic'])}</strong></p>")
    return f'<aside class="sip-words">{"".join(parts)}</aside>'


def _swatch(symbol: Symbol) -> str:
    fill = symbol.fill or "none"
    stroke = symbol.stroke or "none"
    return (
        '<svg width="20" height="14" aria-hidden="true"><rect x="1" y="1" width="18" height="12" '
        f'fill="{fill}" fill-opacity="{symbol.fill_opacity}" stroke="{stroke}"/></svg>'
    )


def _add(
    page: _OfflineMap, catalogue: Catalogue, layer: Layer, rows: Sequence[_Row], language: Language
) -> None:
    entries = legend.of(catalogue, layer).entries
    features = []
    for row in rows:
        entry = _entry(entries, row.properties)
        if entry is not None:
            said = _said(catalogue, layer, row.properties, language)
            features.append(
                {
                    "type": "Feature",
                    "geometry": row.geometry,
                    "properties": {**said, "sip:look": _look(entry.symbol)},
                }
            )
    if not features:
        return
    fields = list(layer.visible_fields)
    point = layer.spec.geometry is not None and layer.spec.geometry.endswith("Point")
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        name=layer.spec.title[language],
        style_function=lambda feature: feature["properties"]["sip:look"],
        marker=folium.CircleMarker() if point else None,
        popup=folium.GeoJsonPopup(
            fields=fields,
            aliases=[html.escape(layer.visible_fields[name].title[language]) for name in fields],
        ),
    ).add_to(page)


def _entry(entries: Sequence[Entry], properties: Properties) -> Entry | None:
    return next((entry for entry in entries if _takes(entry.takes, properties)), None)


def _takes(condition: Condition, properties: Properties) -> bool:
    """Say whether a condition takes a row; `Otherwise` stands last and takes what is left."""
    match condition:
        case OneOf(field, values):
            return properties[field] in values
        case Between(field, low, high):
            value = properties[field]
            return (
                value is not None
                and (low is None or value >= low)
                and (high is None or value < high)
            )
        case Always():
            return True
    return True


def _look(symbol: Symbol) -> dict[str, Any]:
    return {
        "fill": symbol.fill is not None,
        "fillColor": symbol.fill,
        "fillOpacity": symbol.fill_opacity,
        "stroke": symbol.stroke is not None,
        "color": symbol.stroke,
        "opacity": symbol.stroke_opacity,
        "weight": symbol.stroke_width_px,
        "dashArray": " ".join(f"{part:g}" for part in symbol.dash) or None,
        "radius": symbol.size_px / 2,
    }


def _said(
    catalogue: Catalogue, layer: Layer, properties: Properties, language: Language
) -> dict[str, str]:
    return {
        name: html.escape(_value(catalogue, field, properties[name], language))
        for name, field in layer.visible_fields.items()
    }


def _value(catalogue: Catalogue, field: Field, value: Any, language: Language) -> str:
    """Write a value as the portal does: the code's meaning, yes or no, the unit."""
    if value is None:
        return "–"
    codes = catalogue.codes_of(field)
    if codes is not None:
        titles = {one.code: one.title[language] for one in codes.values}
        return titles.get(str(value), str(value))
    if isinstance(value, bool):
        return words(language)["yes" if value else "no"]
    if isinstance(value, float):
        value = f"{value:.3f}".rstrip("0").rstrip(".")
        value = value.replace(".", ",") if language == "pl" else value
    unit = words(language)[f"unit.{field.unit}"] if field.unit else ""
    return f"{value} {unit}".strip()


_CSS = """
body { font: 14px/1.4 system-ui, "DejaVu Sans", sans-serif; }
.leaflet-container { background: #eef1f3; font: inherit; }
.sip-words { position: fixed; left: 12px; bottom: 36px; z-index: 1000; max-width: 280px;
  max-height: 60vh; overflow: auto; padding: 12px 16px; border-radius: 8px; background: #fff;
  box-shadow: 0 1px 8px rgb(0 0 0 / 0.2); }
.sip-words h1 { font-size: 15px; margin: 0 0 8px; }
.sip-words h2 { font-size: 13px; margin: 8px 0 2px; }
.sip-words ul { list-style: none; margin: 0; padding: 0; }
.sip-words svg { flex: none; }
.sip-words li { display: flex; gap: 8px; align-items: center; }
.sip-words p { margin: 8px 0 0; font-size: 12px; }
"""
