from collections.abc import Callable
from pathlib import Path

import pytest

from sip import catalogue
from sip.errors import DeclarationError

type Project = Callable[..., Path]

PROJECT = """\
title: {pl: Miasto, en: Town}
abstract: {pl: Dane zmyślone., en: Made-up data.}
contact:
  organisation: {pl: Urząd, en: Office}
  email: office@town.invalid
extent: {west: 20, south: 50, east: 21, north: 51}
"""
LAYER = """\
title: {pl: Drzewa, en: Trees}
abstract: {pl: Drzewa w mieście., en: Trees of the city.}
geometry: Point
fields:
  species: {type: text, title: {pl: Gatunek, en: Species}, codes: species}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0}
"""
CODES = """\
title: {pl: Gatunki, en: Species}
source: {status: ours}
values:
  - {code: lime, title: {pl: lipa, en: lime}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    def make(**files: str) -> Path:
        theme = "title: {pl: Z, en: G}\nabstract: {pl: Z, en: G}\norder: 1\n"
        given = {
            "layers/_project.yaml": PROJECT,
            "layers/green/_theme.yaml": theme,
            "layers/green/tree.yaml": LAYER,
            "layers/green/codes/species.yaml": CODES,
        } | {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
        for name, content in given.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return tmp_path

    return make


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in sorted(catalogue.examine(folder)[1])]


def test_a_right_project_has_no_problems(project: Project) -> None:
    found = catalogue.load(project())
    assert list(found.layers) == ["tree"]
    assert found.layer("tree").style is not None


def test_this_repository_has_no_problems() -> None:
    assert not catalogue.examine(Path(__file__).parents[2])[1]


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_one(project: Project) -> None:
    text = LAYER.replace("unit: m", "unti: m")
    assert problems(project(layers__green__tree=text)) == [
        'layers/green/tree.yaml:6: fields.height_m.unti: unknown key\n  did you mean "unit"?'
    ]


def test_a_wrong_value_is_quoted_with_what_is_allowed(project: Project) -> None:
    text = LAYER.replace("type: number", "type: nubmer")
    (problem,) = problems(project(layers__green__tree=text))
    assert problem.startswith('layers/green/tree.yaml:6: fields.height_m.type: "nubmer" is not')
    assert "(text, integer, number, boolean, date, timestamp)" in problem
    assert problem.endswith('did you mean "number"?')


def test_all_problems_of_all_files_come_at_once(project: Project) -> None:
    folder = project(
        layers__green__tree=LAYER.replace("title: {pl: Drzewa, en: Trees}", "titel: x"),
        layers__green__codes__species=CODES.replace("status: ours", "status: guessed"),
        styles__green__tree="kind: simple\nsymbol: {fill: red}\n",
    )
    text = "\n".join(problems(folder))
    for part in ("titel", '"title" is missing', "guessed", '"red"'):
        assert part in text


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("codes: species", "codes: specie"), 'there is no code list "specie"'),
        (("height_m:", "height:"), 'a field in m has a name that ends in "_m"'),
        (("min: 0", "pattern: x"), "a number has no pattern"),
        (("geometry: Point\n", "geometry: Point\nname_field: nmae\n"), 'there is no field "nmae"'),
        (("geometry: Point\n", "geometry: Point\nsearch: [hieght_m]\n"), 'mean "height_m"?'),
        (("species:", "id:"), '"id" is there by itself'),
        (("title: {pl: Drzewa, en: Trees}", "title: {pl: Drzewa}"), 'title: "en" is missing'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_found(
    project: Project, change: tuple[str, str], expected: str
) -> None:
    text = LAYER.replace(*change)
    assert text != LAYER
    assert expected in "\n".join(problems(project(layers__green__tree=text)))


def test_broken_yaml_is_named_with_its_line(project: Project) -> None:
    (problem,) = problems(project(layers__green__tree=LAYER + "  : [\n"))
    assert problem.startswith("layers/green/tree.yaml:")
    assert "not YAML" in problem


def test_a_key_given_twice_is_an_error(project: Project) -> None:
    found = problems(project(layers__green__tree=LAYER + "geometry: Point\n"))
    assert found == ["layers/green/tree.yaml:7: geometry: this key is given twice"]


def test_a_style_names_only_public_fields_and_codes(project: Project) -> None:
    secret = LAYER.replace("codes: species}", "codes: species, personal: true}")
    style = "kind: categorised\nfield: species\nclasses:\n  - {values: [oak], symbol: {}}\n"
    assert '"oak" is not in the code list' in problems(project(styles__green__tree=style))[0]
    hidden = problems(project(layers__green__tree=secret, styles__green__tree=style))
    assert 'there is no public field "species"' in hidden[0]


def test_one_id_is_one_layer_in_all_themes(project: Project) -> None:
    theme = "title: {pl: Z, en: G}\nabstract: {pl: Z, en: G}\norder: 2\n"
    folder = project(layers__other___theme=theme, layers__other__tree=LAYER)
    (folder / "layers/other/_theme.yaml").write_text(theme)
    assert 'the id "tree" is taken by layers/green/tree.yaml' in "\n".join(problems(folder))


def test_the_digest_changes_with_any_declaration(project: Project) -> None:
    before = catalogue.load(project()).digest
    assert catalogue.load(project()).digest == before
    after = catalogue.load(project(layers__green__tree=LAYER.replace("min: 0", "min: 1"))).digest
    assert after != before


def test_words_that_yaml_likes_to_change_stay_text(project: Project) -> None:
    codes = CODES.replace("code: lime", "code: no")
    found = catalogue.load(project(layers__green__codes__species=codes))
    assert found.code_lists["species"].codes() == ("no",)


def test_load_raises_with_every_problem(project: Project) -> None:
    with pytest.raises(DeclarationError, match="1 problem"):
        catalogue.load(project(layers__green__tree=LAYER + "geometri: Point\n"))


@pytest.mark.parametrize(
    ("rights", "problem"),
    [
        ("{edit: [sewer]}", 'rights.edit.0: there is no group "sewer"'),
        ("{read: [steward, veiwer]}", 'did you mean "viewer"?'),
        (
            "{drafts: state = 'new'}",
            'rights.drafts: there is no field "state" that is not personal',
        ),
        ("{drafts: species = }", "rights.drafts: this is no CQL2 text"),
        ("{gmina_field: height_m}", 'rights.gmina_field: "height_m" is no text'),
        ("{gmina_field: gmina}", 'rights.gmina_field: there is no field "gmina"'),
        ("{write: [steward]}", "rights.write: unknown key"),
    ],
)
def test_rights_name_only_what_is_there(project: Project, rights: str, problem: str) -> None:
    found = problems(project(layers__green__tree=f"{LAYER}rights: {rights}\n"))
    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{heigth_m} m", 'did you mean "height_m"?'),
        ("{act.name}", 'there is no relation "act"'),
        ("{height_m", "fields.note.suggested: "),
    ],
)
def test_a_suggestion_names_only_what_is_there(project: Project, text: str, problem: str) -> None:
    note = f'  note: {{type: text, title: {{pl: N, en: N}}, suggested: "{text}"}}\n'
    found = problems(project(layers__green__tree=LAYER + note))
    assert len(found) == 1
    assert problem in found[0]


def test_groups_that_include_each_other_are_refused(project: Project) -> None:
    groups = "groups:\n  a: {title: {pl: A, en: A}, includes: [b]}\n"
    folder = project(layers___groups=groups + "  b: {title: {pl: B, en: B}, includes: [a]}\n")
    assert "in a circle" in problems(folder)[0]


def test_a_layer_has_the_rights_of_its_theme_where_it_says_nothing(project: Project) -> None:
    theme = "title: {pl: Z, en: G}\nabstract: {pl: Z, en: G}\norder: 1\n"
    layer = catalogue.load(
        project(
            layers__green___theme=f"{theme}rights: {{edit: [steward], personal: [steward]}}\n",
            layers__green__tree=f"{LAYER}rights: {{edit: [administrator]}}\n",
        )
    ).layer("tree")
    assert (layer.readers, layer.editors) == (("viewer",), ("administrator",))
    assert layer.rights.personal == ("steward",)
