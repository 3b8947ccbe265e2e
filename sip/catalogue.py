"""The catalogue: every theme, layer, style and code list of a project, frozen, checked, ordered.

Checks run in stages; a later stage runs only where the earlier ones found nothing in that file:
syntax; keys and types; references between files.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from sip import life, palette, permissions, references, report_references
from sip.declaration import did_you_mean
from sip.errors import DeclarationError, Problem, QueryError, UnknownName
from sip.layer import CodeList, Field, LayerFile, Service, ThemeFile, Time
from sip.life import LifeFile
from sip.project import ProjectFile
from sip.project_files import Entry, Reader
from sip.provenance import Metadata
from sip.rights import ALL_STAFF, STEWARDS, Group, GroupsFile, RowRights
from sip.sight import PUBLIC, Change, LayerSight, Sight
from sip.style import StyleFile, default_style
from sip.topic import ReportFile

_ALL_OF_VECTORS: tuple[Service, ...] = ("features", "tiles", "maps", "wms", "wfs", "download")
_ALL_OF_POINTS: tuple[Service, ...] = ("points",)
_ALL_OF_RASTERS: tuple[Service, ...] = ("coverage", "maps", "wms", "wmts", "download")


@dataclasses.dataclass(frozen=True)
class Layer:
    """One layer with everything that was declared about it."""

    id: str
    theme: str
    file: Path
    spec: LayerFile
    style: StyleFile | None
    """None for plain tables, external layers, pictures, and grids without a style file."""
    metadata: Metadata
    """The layer's own, completed by its theme's."""
    rights: RowRights
    """The layer's own, completed by its theme's."""
    keep_history_years: int | None = None
    """The layer's own, or else its theme's."""
    is_past: bool = False
    """Whether its rows are read as they were known at the setting `sip.as_of`."""
    known_since: datetime.datetime | None = None
    """Where what is asked for is older than what is at hand: since when that is."""
    sight: LayerSight | None = None
    """What those see whom the catalogue is for; None is everybody."""
    is_hidden: bool = False
    """Whether those whom the catalogue is for do not see it at all."""

    @property
    def is_vector(self) -> bool:
        """Whether it has rows in the database (with or without geometry)."""
        return not (self.spec.raster or self.spec.point_cloud or self.spec.external)

    @property
    def is_table(self) -> bool:
        """Whether it is a table that people edit, and not a view on others."""
        return self.is_vector and self.spec.view is None

    @property
    def may_lack_geometry(self) -> bool:
        """Whether a row can be without geometry: tables demand one, views need not."""
        return self.spec.view is not None

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.spec.access == "public"

    @property
    def is_personal(self) -> bool:
        """Whether its rows are personal as a whole: read under `<name>.personal` or not at all."""
        return not self.readers and bool(self.rights.personal)

    @property
    def readers(self) -> tuple[str, ...]:
        """The groups that read what is not personal, beside those that edit."""
        if self.rights.read is not None:
            return self.rights.read
        return () if self.spec.access == "restricted" else (ALL_STAFF,)

    @property
    def editors(self) -> tuple[str, ...]:
        """The groups that change rows; nobody changes what is computed, drawn or elsewhere."""
        if not self.is_table:
            return ()
        if self.rights.edit is not None:
            return self.rights.edit
        return () if self.spec.access == "restricted" else (STEWARDS,)

    @property
    def is_visible(self) -> bool:
        """Whether those whom the catalogue is for may read it."""
        return self.sight is not None or (self.is_public and not self.is_hidden)

    @property
    def changes(self) -> frozenset[Change]:
        """What they may do to rows; policies may still refuse single rows."""
        return self.sight.changes if self.sight and not self.is_past else frozenset()

    @property
    def is_editable(self) -> bool:
        """Whether they may add, change or delete rows."""
        return bool(self.changes)

    @property
    def is_known(self) -> bool:
        """Whether it can be told: of the past only what has a history."""
        return (self.is_table and self.known_since is None) or not self.is_past

    def require_known(self) -> None:
        """Refuse a layer whose past is asked for, but which keeps none, or none so old.

        Raises:
            QueryError: It is such a layer.
        """
        if self.is_past and self.known_since:
            since = f"{self.known_since:%Y-%m-%dT%H:%M:%SZ}"
            raise QueryError(
                f'what was known of "{self.id}" before {since} is in the archive: ask for later,'
                " or ask the office",
                pl=f'stan "{self.id}" sprzed {since} jest w archiwum: zapytaj o późniejszy'
                " albo w urzędzie",
            )
        if not self.is_known:
            raise QueryError(
                f'"{self.id}" keeps no history: ask without asOf',
                pl=f'"{self.id}" nie ma historii: zapytaj bez asOf',
            )

    @property
    def relation(self) -> str:
        """The table or view that they read, as SQL.

        Raises:
            QueryError: Its past is asked for, but it keeps none, or none so old.
        """
        self.require_known()
        schema = self.sight.schema if self.sight else PUBLIC
        if self.is_past:
            schema = "past_pub" if schema == PUBLIC else "past"
        return f'{schema}."{self.id}"'

    @property
    def is_told_to_staff(self) -> bool:
        """Whether the past is read with the rights of a role, with who changed what."""
        return self.sight is not None and self.sight.schema != PUBLIC

    @property
    def versions(self) -> str:
        """The view of every version of their rows, as SQL."""
        return f'{"versions" if self.is_told_to_staff else "versions_pub"}."{self.id}"'

    @property
    def differences(self) -> str:
        """The view of what differs between two instants of knowledge, as SQL."""
        return f'{"changes" if self.is_told_to_staff else "changes_pub"}."{self.id}"'

    @functools.cached_property
    def visible_fields(self) -> dict[str, Field]:
        """The fields that they read; everybody, those that are neither personal nor internal."""
        fields = self.spec.fields.items()
        if self.sight is None:
            return {name: one for name, one in fields if not one.personal and not one.internal}
        seen = self.sight.columns
        return {
            name: one
            for name, one in fields
            if name in seen and not (one.personal and self.is_past)
        }

    @functools.cached_property
    def time(self) -> Time | None:
        """The fields of its validity in the world; None where one of them is not to be seen."""
        end = "valid_to" if "valid_to" in self.spec.fields else None
        time = self.spec.time or Time(start="valid_from", end=end)
        needed = [time.start, *([time.end] if time.end else [])]
        return time if all(name in self.visible_fields for name in needed) else None

    @functools.cached_property
    def services(self) -> tuple[Service, ...]:
        """The services that publish it to them."""
        if not self.is_visible or self.spec.external:
            return ()
        if self.spec.services is not None:
            return self.spec.services
        if self.spec.raster:
            return _ALL_OF_RASTERS
        if self.spec.point_cloud:
            return _ALL_OF_POINTS
        if self.spec.geometry is None:
            return ("features", "download", "wfs") if self.spec.wfs else ("features", "download")
        return _ALL_OF_VECTORS

    def offers(self, service: Service) -> bool:
        """Say whether a service publishes it to them."""
        return service in self.services


@dataclasses.dataclass(frozen=True)
class Theme:
    """A group of layers, in their order."""

    id: str
    spec: ThemeFile
    layers: tuple[Layer, ...]


@dataclasses.dataclass(frozen=True)
class Catalogue:
    """All that a project declares."""

    folder: Path
    project: ProjectFile
    themes: tuple[Theme, ...]
    code_lists: Mapping[str, CodeList]
    groups: Mapping[str, Group]
    """Every group of people, by id."""
    digest: str
    """Changes when, and only when, a declaration changes."""
    report: ReportFile | None = None
    """What the report of a plot is; None where there is none."""
    lives: Mapping[str, LifeFile] = dataclasses.field(default_factory=dict)
    """The state machines of registers that have one, by layer."""

    @functools.cached_property
    def layers(self) -> dict[str, Layer]:
        """Every layer by id, in the order of themes and of layers in them."""
        return {layer.id: layer for theme in self.themes for layer in theme.layers}

    def layer(self, name: str) -> Layer:
        """Return one layer.

        Raises:
            UnknownName: There is none of that name; the text suggests the nearest one.
        """
        try:
            return self.layers[name]
        except KeyError:
            hint = did_you_mean(name, list(self.layers))
            raise UnknownName(f'there is no layer "{name}" {hint}'.rstrip()) from None

    @functools.cached_property
    def past(self) -> Catalogue:
        """The same, read as it was known at an instant."""
        return self.past_but({})

    def past_but(self, away: Mapping[str, datetime.datetime]) -> Catalogue:
        """Return the same for an instant at which some layers are known no more, but since later.

        Args:
            away: Since when what is at hand of them is known, UTC, by id.
        """
        themes = tuple(
            dataclasses.replace(
                theme,
                layers=tuple(
                    dataclasses.replace(one, is_past=True, known_since=away.get(one.id))
                    for one in theme.layers
                ),
            )
            for theme in self.themes
        )
        told = "".join(f"-{name}" for name in away)
        return dataclasses.replace(self, themes=themes, digest=f"{self.digest}-past{told}")

    def published(self, service: Service) -> Iterator[Layer]:
        """Yield the layers that a service publishes to those whom the catalogue is for."""
        return (layer for layer in self.layers.values() if layer.offers(service))

    def seen(self, sight: Sight) -> Catalogue:
        """Return the catalogue for those who see so much of it."""
        known = sight.by_layer
        themes = tuple(
            dataclasses.replace(
                theme,
                layers=tuple(
                    dataclasses.replace(
                        layer,
                        sight=known.get(layer.id),
                        is_hidden=layer.is_vector and layer.id not in known,
                    )
                    for layer in theme.layers
                ),
            )
            for theme in self.themes
        )
        return dataclasses.replace(self, themes=themes, digest=f"{self.digest}-{sight.digest}")

    def codes_of(self, field: Field) -> CodeList | None:
        """Return the code list of a field."""
        return self.code_lists[field.codes] if field.codes else None


def load(folder: Path) -> Catalogue:
    """Read and check a project folder (`layers/` and `styles/` in it).

    Raises:
        DeclarationError: Something is wrong; it carries every problem found, with file and line.
    """
    catalogue, problems = examine(folder)
    if problems or catalogue is None:
        raise DeclarationError(problems)
    return catalogue


def examine(folder: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Read a project folder; return the catalogue, if one could be made, and all problems."""
    reader = Reader(folder)
    project = reader.project()
    groups = reader.groups()
    themes = reader.themes()
    code_lists = reader.code_lists()
    layers = reader.layers(themes)
    styles = reader.styles()
    report = reader.report()
    lives = reader.lives()
    problems = list(reader.problems)
    problems += report_references.check(report, layers)
    problems += references.check(folder, project, themes, code_lists, layers, styles)
    problems += permissions.check(groups, themes, layers)
    problems += life.check(lives, layers, code_lists)
    for style in styles.values():
        problems += palette.check(style.document, style.spec)
    if problems or project is None:
        return None, problems
    declared = _assemble(themes, layers, styles)
    lists = {name: entry.spec for name, entry in code_lists.items()}
    staff = (groups.spec if groups else GroupsFile()).complete()
    told = report.spec if report else None
    own = {name: entry.spec for name, entry in lives.items()}
    return Catalogue(folder, project.spec, declared, lists, staff, reader.digest, told, own), []


def _assemble(
    themes: Mapping[str, Entry[ThemeFile]],
    layers: Mapping[str, Entry[LayerFile]],
    styles: Mapping[str, Entry[StyleFile]],
) -> tuple[Theme, ...]:
    made: list[Theme] = []
    for theme in sorted(themes.values(), key=lambda entry: (entry.spec.order, entry.id)):
        own = {name: entry for name, entry in layers.items() if entry.theme == theme.id}
        order = [*theme.spec.layers, *sorted(set(own) - set(theme.spec.layers))]
        made.append(
            Theme(
                theme.id,
                theme.spec,
                tuple(
                    Layer(
                        id=name,
                        theme=theme.id,
                        file=own[name].document.file,
                        spec=own[name].spec,
                        style=_style(own[name].spec, styles.get(name)),
                        metadata=_complete(own[name].spec.metadata, theme.spec.metadata),
                        rights=_complete_rights(own[name].spec, theme.spec),
                        keep_history_years=own[name].spec.keep_history_years
                        or theme.spec.keep_history_years,
                    )
                    for name in order
                ),
            )
        )
    return tuple(made)


def _style(spec: LayerFile, entry: Entry[StyleFile] | None) -> StyleFile | None:
    if entry:
        return entry.spec
    return default_style(spec.geometry) if spec.geometry else None


def _complete(own: Metadata, theme: Metadata) -> Metadata:
    given = {name: getattr(theme, name) for name in theme.model_fields_set}
    return Metadata(**{**given, **{name: getattr(own, name) for name in own.model_fields_set}})


def _complete_rights(layer: LayerFile, theme: ThemeFile) -> RowRights:
    given = {name: getattr(theme.rights, name) for name in theme.rights.model_fields_set}
    own = {name: getattr(layer.rights, name) for name in layer.rights.model_fields_set}
    return RowRights(**{**given, **own})
