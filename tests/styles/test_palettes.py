from pathlib import Path

import pytest

from sip import catalogue, palette
from sip.declaration import Document
from sip.errors import Problem
from sip.style import Hatch, Label, StyleClass, StyleFile, Symbol
from sip.text import Text

PROJECT = Path(__file__).parents[2]
OKABE_ITO = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
VIRIDIS_5 = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")
RED, GREEN = "#b2182b", "#1b7837"  # far apart for most people, alike for a deuteranope


def problems_of(style: StyleFile) -> list[Problem]:
    return list(palette.check(Document(Path("style.yaml"), {}, {}), style))


def two_classes(one: Symbol, other: Symbol, label: Label | None = None) -> StyleFile:
    classes = [
        StyleClass(values=(value,), title=Text(pl=value, en=value), symbol=symbol)
        for value, symbol in (("a", one), ("b", other))
    ]
    return StyleFile(kind="categorised", field="kind", classes=tuple(classes), label=label)


@pytest.mark.parametrize(
    ("colours", "expected"), [(OKABE_ITO, (26, 17, 21)), (VIRIDIS_5, (38, 19, 24))]
)
def test_known_palettes_have_the_measured_distances(
    colours: tuple[str, ...], expected: tuple[int, int, int]
) -> None:
    found = [palette.smallest_distance(colours, sight) for sight in palette.SIGHTS]
    assert tuple(round(distance) for distance in found) == expected


def test_black_and_white_lie_a_hundred_apart_for_every_sight() -> None:
    for sight in palette.SIGHTS:
        distance = palette.smallest_distance(("#000000", "#ffffff"), sight)
        assert distance == pytest.approx(100, abs=0.1)


def test_red_and_green_of_one_lightness_are_refused_with_the_sight_that_confuses_them() -> None:
    (problem,) = problems_of(two_classes(Symbol(fill=RED), Symbol(fill=GREEN)))
    assert problem.key == "classes.1.symbol"
    assert "deuteranope" in problem.text


def test_colours_are_judged_as_they_look_through_their_opacity() -> None:
    solid = two_classes(Symbol(fill="#2171b5"), Symbol(fill="#6baed6"))
    faint = two_classes(
        Symbol(fill="#2171b5", fill_opacity=0.2), Symbol(fill="#6baed6", fill_opacity=0.2)
    )
    assert not problems_of(solid)
    assert problems_of(faint)


@pytest.mark.parametrize(
    "different",
    [
        Symbol(fill=GREEN, hatch=Hatch(colour="#222222")),
        Symbol(fill=GREEN, marker="square"),
    ],
)
def test_a_hatch_or_another_marker_tells_like_colours_apart(different: Symbol) -> None:
    assert not problems_of(two_classes(Symbol(fill=RED), different))


def test_a_dash_tells_lines_apart_but_not_surfaces() -> None:
    lines = two_classes(Symbol(stroke=RED), Symbol(stroke=GREEN, dash=(4, 2)))
    surfaces = two_classes(Symbol(fill=RED), Symbol(fill=GREEN, dash=(4, 2)))
    assert not problems_of(lines)
    assert problems_of(surfaces)


def test_only_a_label_of_the_classified_value_excuses_the_colours() -> None:
    red, green = Symbol(fill=RED), Symbol(fill=GREEN)
    assert not problems_of(two_classes(red, green, Label(field="kind")))
    assert problems_of(two_classes(red, green, Label(field="name")))


def test_eight_classes_are_too_many() -> None:
    shades = [f"#{level:02x}{level:02x}{level:02x}" for level in range(0, 256, 36)]
    classes = [StyleClass(values=(c,), symbol=Symbol(fill=c)) for c in shades]
    problems = problems_of(StyleFile(kind="categorised", field="kind", classes=tuple(classes)))
    assert any("8 classes" in problem.text for problem in problems)


def test_every_style_of_this_repository_passes_with_file_and_line_where_not() -> None:
    _, problems = catalogue.examine(PROJECT)
    assert not [str(problem) for problem in problems if problem.file.parts[0] == "styles"]
