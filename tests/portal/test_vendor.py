"""What is committed of others is what the manifest says, and the pages stay within their budget."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from services.portal.assets import FOLDER, read

VENDOR = FOLDER / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
OWN = [*(FOLDER / "js").glob("*.js"), *(FOLDER / "css").glob("*.css")]


def scripts_of(start: str) -> set[Path]:
    """Return a module and all that it imports at once, not those asked for later."""
    found: set[Path] = set()
    waiting = [FOLDER / "js" / start]
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.add(file)
        if file.parent != VENDOR:
            names = re.findall(r"^(?:import|export)\b[^;]*?from '([^']+)'", file.read_text(), re.M)
            waiting += [(file.parent / name).resolve() for name in names]
    return found


def gzipped(files: set[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


@pytest.mark.parametrize("name", sorted(MANIFEST["files"]))
def test_a_vendored_file_is_the_one_of_the_manifest(name: str) -> None:
    digest = hashlib.sha256((VENDOR / name).read_bytes()).hexdigest()
    assert digest == MANIFEST["files"][name]["sha256"]


def test_nothing_is_vendored_beside_the_manifest() -> None:
    assert {file.name for file in VENDOR.iterdir()} == {*MANIFEST["files"], "manifest.json"}


def test_every_package_says_its_version_and_licence() -> None:
    asked = json.loads((FOLDER.parent / "vendor" / "package.json").read_text())["dependencies"]
    built = {one["name"]: one["version"] for one in MANIFEST["packages"]}
    assert asked.items() <= built.items()
    licences = (VENDOR / "LICENCES.txt").read_text()
    for package in MANIFEST["packages"]:
        assert package["licence"]
        assert f"{package['name']} {package['version']}" in licences


def test_the_map_page_keeps_to_270_kilobytes_of_scripts() -> None:
    assert gzipped(scripts_of("map-page.js") | {FOLDER / "js/preferences.js"}) <= 270_000


def test_the_home_page_keeps_to_30_kilobytes_of_scripts() -> None:
    scripts = scripts_of("home.js") | {FOLDER / "js/preferences.js"}
    assert VENDOR / "openlayers.js" not in scripts
    assert gzipped(scripts) <= 30_000


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.name)
def test_our_own_files_name_no_address_outside(file: Path) -> None:
    text = file.read_text().replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|@import|//cdn", text)


def test_an_address_of_a_file_changes_with_any_content(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1")
    before = read(tmp_path)
    (tmp_path / "a.js").write_text("2")
    assert read(tmp_path).url("a.js") != before.url("a.js")
    with pytest.raises(KeyError):
        before.url("absent.js")
