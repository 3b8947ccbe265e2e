"""How fast a general plan is checked: `python -m bench.planning [MB ...]`.

Plans are drawn: a square of zones whose common borders have as many bends as real ones. Prints
seconds, the peak of memory, and seconds per megabyte, which stay level where growth is linear.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_SIZES_MB = (5, 25, 100)
_NAMESPACE = "PL.ZIPPZP.9999/260401-POG"
_VERSION = "20260105T120000"
_APP = "https://www.gov.pl/static/zagospodarowanieprzestrzenne/schemas/app/"
_ADDRESS = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
_LISTS = "https://www.gov.pl/static/zagospodarowanieprzestrzenne/codelist"
_INSPIRE = "http://inspire.ec.europa.eu/codelist"
_KPT = "https://www.gov.pl/static/zagospodarowanieprzestrzenne/ontology/KPT#KPT-MPZP-"
_ORIGIN = (7_480_000.0, 5_620_000.0)
type Point = tuple[float, float]


@dataclasses.dataclass(frozen=True)
class Drawn:
    """A plan to draw: rows and columns of zones, and the bends of every border."""

    rows: int = 3
    columns: int = 3
    bends: int = 4
    side_m: float = 400.0
    version: str = "3.0"

    def corner(self, row: int, column: int) -> Point:
        """Return a corner of the grid, moved a little inside of the plan."""
        x, y = _ORIGIN[0] + column * self.side_m, _ORIGIN[1] + row * self.side_m
        if 0 < row < self.rows and 0 < column < self.columns:
            x += 0.2 * self.side_m * math.sin(7 * row + 3 * column)
            y += 0.2 * self.side_m * math.cos(5 * row + 11 * column)
        return x, y

    def border(self, start: tuple[int, int], end: tuple[int, int]) -> list[Point]:
        """Return the border between two corners, the same from both sides; without its end."""
        if end < start:
            return [self.corner(*start), *reversed(self.border(end, start)[1:])]
        (x1, y1), (x2, y2) = self.corner(*start), self.corner(*end)
        is_outer = start[0] == end[0] and start[0] in (0, self.rows)
        is_outer |= start[1] == end[1] and start[1] in (0, self.columns)
        wave = 0.0 if is_outer else 0.02
        found = [(x1, y1)]
        for step in range(1, self.bends + 1):
            part = step / (self.bends + 1)
            sway = wave * math.sin(6 * math.pi * part)
            x, y = x1 + part * (x2 - x1), y1 + part * (y2 - y1)
            found.append((round(x - sway * (y2 - y1), 2), round(y + sway * (x2 - x1), 2)))
        return found

    def ring(self, row: int, column: int) -> list[Point]:
        """Return the closed ring of one zone."""
        corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        sides = itertools.pairwise([*corners, corners[0]])
        points = [point for start, end in sides for point in self.border(start, end)]
        return [*points, points[0]]

    def outline(self) -> list[Point]:
        """Return the closed ring of the act."""
        walk = [
            *((0, column) for column in range(self.columns)),
            *((row, self.columns) for row in range(self.rows)),
            *((self.rows, column) for column in range(self.columns, 0, -1)),
            *((row, 0) for row in range(self.rows, -1, -1)),
        ]
        points = [p for start, end in itertools.pairwise(walk) for p in self.border(start, end)]
        return [*points, points[0]]

    def members(self) -> Iterator[str]:
        """Yield the objects as GML: documents, the act, the zones."""
        yield _document("Doc1", "przystapienie", "2025-01-10")
        yield _document("Doc2", "uchwala", "2025-12-20")
        yield _act(self.outline())
        for row, column in itertools.product(range(self.rows), range(self.columns)):
            yield _zone(row * self.columns + column + 1, self.ring(row, column))

    def gml(self) -> Iterator[str]:
        """Yield a whole file."""
        yield _HEAD.format(app=f"{_APP}{self.version}")
        for member in self.members():
            yield f"<wfs:member>{member}</wfs:member>\n"
        yield "</wfs:FeatureCollection>\n"


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<wfs:FeatureCollection xmlns:app="{app}" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:gmd="http://www.isotc211.org/2005/gmd" '
    'xmlns:gco="http://www.isotc211.org/2005/gco">\n'
)
_SRS = 'srsName="http://www.opengis.net/def/crs/EPSG/0/2178"'


def _head(kind: str, local_id: str, *, has_version: bool = True) -> str:
    version = _VERSION if has_version else ""
    tail = f"/{version}" if version else ""
    mark = "_".join(one for one in (_NAMESPACE.replace("/", "_"), local_id, version) if one)
    return (
        f'<app:{kind} gml:id="{mark}">'
        f'<gml:identifier codeSpace="{_ADDRESS}">{_ADDRESS}/{kind}/{_NAMESPACE}/{local_id}{tail}'
        f"</gml:identifier><app:idIIP><app:Identyfikator>"
        f"<app:przestrzenNazw>{_NAMESPACE}</app:przestrzenNazw>"
        f"<app:lokalnyId>{local_id}</app:lokalnyId>"
        + (f"<app:wersjaId>{version}</app:wersjaId>" if version else "")
        + "</app:Identyfikator></app:idIIP>"
    )


def _code(name: str, address: str) -> str:
    return f'<app:{name} xlink:href="{address}"/>'


def _document(local_id: str, role: str, date: str) -> str:
    return (
        _head("DokumentFormalny", local_id, has_version=False)
        + f"<app:tytul>Uchwała {local_id}</app:tytul><app:data><gmd:CI_Date><gmd:date><gco:Date>"
        f"{date}</gco:Date></gmd:date><gmd:dateType><gmd:CI_DateTypeCode codeList="
        '"http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#CI_DateTypeCode" '
        'codeListValue="creation"/></gmd:dateType></gmd:CI_Date></app:data>'
        + _code(role, f"{_ADDRESS}/AktPlanowaniaPrzestrzennego/{_NAMESPACE}/1POG")
        + "</app:DokumentFormalny>"
    )


def _act(outline: list[Point]) -> str:
    documents = f"{_ADDRESS}/DokumentFormalny/{_NAMESPACE}"
    return (
        _head("AktPlanowaniaPrzestrzennego", "1POG")
        + "<app:poczatekWersjiObiektu>2026-01-05T12:00:00Z</app:poczatekWersjiObiektu>"
        "<app:tytul>Plan ogólny gminy Wzorcowej</app:tytul>"
        + _code("typPlanu", f"{_LISTS}/TypAktuPlanowaniaPrzestrzennegoKod/planOgolnyGminy")
        + _code("poziomHierarchii", f"{_INSPIRE}/LevelOfSpatialPlanValue/local")
        + "<app:obowiazujeOd>2026-01-05</app:obowiazujeOd>"
        + _code("status", f"{_INSPIRE}/ProcessStepGeneralValue/legalForce")
        + f'<app:zasiegPrzestrzenny><gml:MultiSurface gml:id="act.s" {_SRS}><gml:surfaceMember>'
        f"{_polygon('act.p', outline, '')}</gml:surfaceMember></gml:MultiSurface>"
        "</app:zasiegPrzestrzenny>"
        + _code("dokumentPrzystepujacy", f"{documents}/Doc1")
        + _code("dokumentUchwalajacy", f"{documents}/Doc2")
        + "</app:AktPlanowaniaPrzestrzennego>"
    )


def _zone(number: int, ring: list[Point]) -> str:
    classes = ("MN", "U", "K", "ZP", "ZD", "I")
    basic = "".join(_code("profilPodstawowy", f"{_KPT}{one}") for one in classes)
    kind = "strefaWielofunkcyjnaZZabudowaMieszkaniowaJednorodzinna"
    return (
        _head("StrefaPlanistyczna", f"1POG-{number}SJ")
        + f"<app:oznaczenie>{number}SJ</app:oznaczenie><app:symbol>SJ</app:symbol>"
        "<app:poczatekWersjiObiektu>2026-01-05T12:00:00Z</app:poczatekWersjiObiektu>"
        "<app:obowiazujeOd>2026-01-05</app:obowiazujeOd>"
        + _code("status", f"{_INSPIRE}/ProcessStepGeneralValue/legalForce")
        + _code("charakterUstalenia", f"{_INSPIRE}/RegulationNatureValue/generallyBinding")
        + f"<app:geometria>{_polygon(f'z{number}', ring, ' ' + _SRS)}</app:geometria>"
        + _code("plan", f"{_ADDRESS}/AktPlanowaniaPrzestrzennego/{_NAMESPACE}/1POG/{_VERSION}")
        + _code("nazwa", f"{_LISTS}/RodzajStrefyPlanistycznejKod/{kind}")
        + basic
        + "<app:maksNadziemnaIntensywnoscZabudowy>0.9</app:maksNadziemnaIntensywnoscZabudowy>"
        "<app:maksUdzialPowierzchniZabudowy>30.0</app:maksUdzialPowierzchniZabudowy>"
        '<app:maksWysokoscZabudowy uom="m">12.0</app:maksWysokoscZabudowy>'
        "<app:minUdzialPowierzchniBiologicznieCzynnej>40.0"
        "</app:minUdzialPowierzchniBiologicznieCzynnej></app:StrefaPlanistyczna>"
    )


def _polygon(mark: str, ring: list[Point], srs: str) -> str:
    places = " ".join(f"{y:.2f} {x:.2f}" for x, y in ring)
    return (
        f'<gml:Polygon gml:id="{mark}"{srs}><gml:exterior><gml:LinearRing><gml:posList>{places}'
        "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
    )


def write(file: Path, megabytes: float) -> int:
    """Write a plan of about a size; return how many zones it has."""
    bends = 40
    zone_bytes = len(_zone(1, Drawn(bends=bends).ring(0, 0)).encode())
    side = max(1, round(math.sqrt(megabytes * 1e6 / zone_bytes)))
    plan = Drawn(side, side, bends, side_m=min(400.0, 60_000 / side))
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(plan.gml())
    return side * side


def main() -> None:
    """Measure `sip plan check` in a process of its own for every size."""
    sizes = [float(one) for one in sys.argv[1:]] or list(_SIZES_MB)
    with tempfile.TemporaryDirectory(prefix="sip-plans-") as folder:
        for size in sizes:
            file = Path(folder) / f"plan_{size:g}.gml"
            zones = write(file, size)
            command = [str(Path(sys.executable).with_name("sip")), "plan", "check", str(file)]
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            real = file.stat().st_size / 1e6
            print(
                f"{real:6.1f} MB, {zones} zones: {seconds:.1f} s, {seconds / real:.3f} s/MB, "
                f"{peak:.0f} MB of memory; {done.stdout.strip().splitlines()[-1]}"
            )


if __name__ == "__main__":
    main()
