"""What a layer file, a theme file and a code list file may say.

The JSON Schema for editors and the manual page of keys are generated from these classes.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field as Key
from pydantic import model_validator

from sip.declaration import ID_PATTERN, Model
from sip.feature_name import FeatureName
from sip.ground import Ground
from sip.provenance import DataSets, Metadata, Source
from sip.rights import Rights, RowRights
from sip.text import Text
from sip.topic import Part

type Id = Annotated[str, Key(pattern=ID_PATTERN)]
type Years = Annotated[int, Key(ge=1, le=200)]
type Geometry = Literal[
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"
]
type FieldType = Literal["text", "integer", "number", "boolean", "date", "timestamp"]
type Access = Literal["public", "internal", "restricted"]
type Service = Literal[
    "features", "tiles", "maps", "wms", "wfs", "download", "coverage", "wmts", "points"
]
type Unit = Literal[
    "m", "cm", "mm", "km", "m2", "ha", "km2", "m3", "kw", "kwh", "mw", "deg", "c", "pct", "db",
    "ug_m3", "mg", "kg", "t", "pln", "pln_m2", "per_day", "persons", "persons_km2", "year", "min",
    "s", "h", "d", "kmh", "mm_m", "kpa", "kv", "m3_s", "count",
]  # fmt: skip


ROW_FIELDS = ("row_version", "row_from", "row_changeset")
"""What every row of a register knows of its own version, beside the declared fields."""


class Code(Model):
    """One value of a code list."""

    code: str
    """What is stored."""
    title: Text
    """What a person reads."""
    uri: str = ""
    """The official identifier, where there is one."""
    valid_from: datetime.date | None = None
    """First day on which the code may be used."""
    valid_to: datetime.date | None = None
    """Last day on which the code may be used; rows that have it keep it."""


class CodeList(Model):
    """A code list: `layers/<theme>/codes/<id>.yaml`. Its id is unique over all themes."""

    title: Text
    """Name of the list."""
    source: Source
    """Where the codes come from."""
    valid_from: datetime.date | None = None
    """Since when a dictionary is in force, where several follow each other."""
    joins: dict[str, Id] = {}
    """Dictionaries that it is made of, the oldest first, each with what its codes begin with here:
    `{"2003": mpzp_symbol}` makes `2003 MN` of its `MN`."""
    values: Annotated[tuple[Code, ...], Key(strict=False)] = ()
    """The codes, in the order in which people see them."""

    @model_validator(mode="after")
    def _codes_once(self) -> CodeList:
        if bool(self.values) == bool(self.joins):
            raise ValueError('a list has either "values" or "joins"')
        codes = [value.code for value in self.values]
        twice = {code for code in codes if codes.count(code) > 1}
        if twice:
            raise ValueError(f"codes given twice: {', '.join(sorted(twice))}")
        return self

    def codes(self) -> tuple[str, ...]:
        """Return the stored values."""
        return tuple(value.code for value in self.values)


class Symbols(Model):
    """Which dictionary tells the symbols of a field; values that none knows are kept."""

    codes: Id
    """A list that joins the dictionaries."""
    class_field: Id
    """Field that the database keeps: the first part that the row's dictionary knows, as a code of
    that list."""
    relation: Id
    """Field that leads to the row (an act) whose dictionary it is."""
    choice: Id
    """Field there that names the dictionary; where it is empty, the one in force at the
    `valid_from` of the row."""


class Field(Model):
    """One column of a register."""

    type: FieldType
    """Kind of value: text, integer, number (double precision), boolean, date, timestamp (UTC)."""
    title: Text
    """Short name on forms, tables and legends."""
    description: Text | None = None
    """One sentence for those who fill it in."""
    unit: Unit | None = None
    """Unit of measure; the field's name ends in it (`height_m`)."""
    codes: Id | None = None
    """Id of the code list that its values come from."""
    symbols: Symbols | None = None
    """That it holds symbols of dictionaries, one or several (`MN/U` is MN and U)."""
    required: bool = False
    """Whether a row must have it."""
    unique: bool = False
    """Whether no two rows may share it."""
    min: float | None = None
    """Smallest value."""
    max: float | None = None
    """Largest value."""
    max_length: int | None = None
    """Longest text, in characters."""
    pattern: str | None = None
    """Regular expression (POSIX, anchored by itself with ^ and $) that a text must match."""
    default: str | float | int | bool | None = None
    """Value of a new row where none is given."""
    suggested: str | None = None
    """What forms of QGIS fill in until somebody types: text with `{field}`, `{relation.field}`."""
    personal: bool = False
    """Personal data (GDPR): never in a public view, tile, count, cache or log."""
    internal: bool = False
    """For staff only: not in the public view, though not personal."""
    renamed_from: Id | None = None
    """Former name, so that a migration keeps the data."""


class Rule(Model):
    """A condition that every row must meet, checked by the database."""

    id: Id
    """Name of the rule, unique in the layer."""
    cql2: str | None = None
    """The condition as CQL2 text."""
    sql: str | None = None
    """The condition as a PostgreSQL expression over the row's columns."""
    message: Text
    """What a person reads when a row breaks it."""
    source: Source | None = None
    """The law it comes from."""

    @model_validator(mode="after")
    def _one_condition(self) -> Rule:
        if (self.cql2 is None) == (self.sql is None):
            raise ValueError('give the condition either as "cql2" or as "sql"')
        return self


class Relation(Model):
    """A field that points at a row of another layer."""

    field: Id
    """The field of this layer."""
    to: Id
    """The other layer."""
    to_field: Id = "id"
    """Its field; unique there."""
    on_delete: Literal["restrict", "cascade", "set_null"] = "restrict"
    """What happens to this row when the other one goes."""


class Zoom(Model):
    """Web Mercator zoom levels between which a layer is drawn as tiles and on the web map."""

    min: Annotated[int, Key(ge=0, le=22)] = 0
    """First level."""
    max: Annotated[int, Key(ge=0, le=22)] = 22
    """Last level."""


class Time(Model):
    """Which fields say when a row was valid in the world."""

    start: Id
    """First day or instant."""
    end: Id | None = None
    """Last day or instant; an empty value is still valid. Without it rows are instants."""


class View(Model):
    """A layer computed from others, kept as a materialised view, or read live."""

    sql: str
    """File beside the layer file with one SELECT that yields `id`, the fields, and `geom`."""
    reads: Annotated[tuple[Id, ...], Key(strict=False)] = ()
    """Layers that it is computed from."""
    is_live: bool = False
    """Whether it is a plain view: nothing is copied, and it is as its layers are, always."""


class PublicCounts(Model):
    """How the rows of a register that is not public are counted in public (decision 0010)."""

    sql: str
    """File beside the layer file with one SELECT of the texts `area`, `unit` and `kind`."""
    minimum: Annotated[int, Key(ge=2)] = 10
    """Nothing is told about fewer units than this, and every number is a multiple of it."""


class RasterFile(Model):
    """One Cloud Optimized GeoTIFF of a raster layer."""

    file: str
    """Path below the project's data folder."""
    year: int | None = None
    """Year that the picture shows, where a layer has several."""


class Raster(Model):
    """A layer of pictures or of a grid of values."""

    files: Annotated[tuple[RasterFile, ...], Key(min_length=1, strict=False)]
    """The files; with several years the newest is drawn where none is asked for."""
    kind: Literal["image", "grid"] = "image"
    """`image` is bytes of colour, `grid` is measured values."""
    unit: Unit | None = None
    """Unit of the values of a grid."""


class PointCloud(Model):
    """A layer of points of a flight, shown in three dimensions and downloaded as they are."""

    file: str
    """Cloud Optimized Point Cloud (`.copc.laz`), path below the project's data folder."""


class External(Model):
    """A layer of somebody else's service, drawn by the portal and by QGIS."""

    type: Literal["wms", "wmts"]
    """Protocol."""
    url: str
    """Address of the service, without query."""
    layers: Annotated[tuple[str, ...], Key(min_length=1, strict=False)]
    """Names of the layers there."""
    format: str = "image/png"
    """Media type of the pictures."""
    crs: int = 3857
    """EPSG code in which pictures are asked for."""
    matrix_set: str = ""
    """Name of the tile matrix set of a WMTS."""
    attribution: Text
    """Who must be named."""


EVERY_YEAR = "@*"
type Parameter = (
    str | bool | int | float | Annotated[tuple[str | int | float, ...], Key(strict=False)]
)


class LayerFile(Model):
    """A layer: `layers/<theme>/<id>.yaml`. The file's name is the layer's id everywhere."""

    title: Text
    """Name in plain words, plural."""
    abstract: Text
    """One or two sentences: what it is, from where, how far it can be trusted."""
    geometry: Geometry | None = None
    """Kind of geometry; absent for a plain table, a raster, points or an external layer."""
    renamed_from: Id | None = None
    """Former id, so that a migration keeps the data."""
    fields: dict[Id, Field] = {}
    """Columns in the order of forms and tables. `id` and `geom` are there by themselves."""
    name_field: Id | None = None
    """Field that names a row in lists, links and search results."""
    rules: Annotated[tuple[Rule, ...], Key(strict=False)] = ()
    """Conditions that every row must meet."""
    relations: Annotated[tuple[Relation, ...], Key(strict=False)] = ()
    """Fields that point at rows of other layers."""
    access: Access = "public"
    """`public`: everybody reads; `internal`: staff; `restricted`: named roles only."""
    rights: RowRights = RowRights()
    """Which groups read, edit and see personal data, and which rows."""
    services: Annotated[tuple[Service, ...], Key(strict=False)] | None = None
    """Which services publish it; all that fit its kind where absent, none where not public."""
    wfs: FeatureName | None = None
    """A second name of its feature type, which a law wants."""
    keep_history_years: Years | None = None
    """Full years before `sip work` moves superseded rows to files; never where nothing is said."""
    ground: Ground | None = None
    """For areas that share ground: no overlaps, nothing outside of what they belong to."""
    attachments: Literal["public", "staff"] | None = None
    """Whether rows have photos and files: cleaned pictures for all, or for staff."""
    zoom: Zoom = Zoom()
    """Web zoom levels at which it is drawn."""
    visible: bool = False
    """Whether the portal shows it at the start."""
    search: Annotated[tuple[Id, ...], Key(strict=False)] = ()
    """Fields that the portal's search looks in."""
    time: Time | None = None
    """Validity in the world; `valid_from` and `valid_to` are taken by themselves."""
    metadata: Metadata = Metadata()
    """Metadata record."""
    data_sets: DataSets | None = None
    """Of which data sets it is made."""
    view: View | None = None
    """For a layer computed from others."""
    public_counts: PublicCounts | None = None
    """For a register of households: what computed layers may count of it (`sip.public_count`)."""
    process: str | None = None
    """The processing step that makes its files or rows (`terrain.hillshade`); `sip build` keeps
    them current."""
    inputs: dict[str, str] = {}
    """What the step reads, by the step's names: another layer's id (`dtm`), all years of a raster
    layer (`ndvi@*`), or the name of a file in the data folder, in which `{year}` may stand. A file
    of a year is made from the others' of that year, where they have one."""
    parameters: dict[str, Parameter] = {}
    """What the step is told beside, by its own names."""
    output: str | None = None
    """Which of the step's outputs it is, where there are several."""
    raster: Raster | None = None
    """For a layer of pictures or grids."""
    point_cloud: PointCloud | None = None
    """For a layer of points."""
    external: External | None = None
    """For a layer of somebody else's service."""
    report: Annotated[tuple[Part, ...], Key(strict=False)] = ()
    """What it says in the report of a plot."""

    @property
    def kept_fields(self) -> frozenset[str]:
        """The fields that the database keeps and nobody writes."""
        return frozenset(one.symbols.class_field for one in self.fields.values() if one.symbols)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> LayerFile:
        names = ("view", "raster", "point_cloud", "external")
        kinds = [name for name in names if getattr(self, name)]
        if len(kinds) > 1:
            raise ValueError(f"a layer is only one of {', '.join(kinds)}")
        if kinds not in ([], ["view"]) and (self.fields or self.geometry):
            raise ValueError(f"a layer with {kinds[0]} has no fields and no geometry")
        if kinds and self.attachments:
            raise ValueError(f"rows of a layer with {kinds[0]} have no attachments")
        if self.process and (self.view or self.external):
            raise ValueError(f"what a step makes is a raster or rows, no {kinds[0]}")
        if not self.process and (self.inputs or self.parameters or self.output):
            raise ValueError("inputs, parameters and output belong to a process")
        links = {one.field for one in self.relations}
        if self.ground and (kinds or self.ground.by not in links):
            raise ValueError("ground.by is a field with a relation, of a layer with rows")
        if not kinds and not self.fields:
            raise ValueError(f"a layer needs fields, or {', '.join(names)}")
        return self


class ThemeFile(Model):
    """A theme: `layers/<theme>/_theme.yaml`."""

    title: Text
    """Name of the group."""
    abstract: Text
    """What it holds."""
    order: int
    """Position among the themes, small first."""
    layers: Annotated[tuple[Id, ...], Key(strict=False)] = ()
    """Order of its layers, the topmost on the map first; those not named follow by name."""
    metadata: Metadata = Metadata()
    """Defaults for the metadata of its layers."""
    rights: Rights = Rights()
    """Defaults for the rights of its layers."""
    keep_history_years: Years | None = None
    """Default for its layers."""
