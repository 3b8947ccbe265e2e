"""The files of a project, each read and checked by itself."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from sip import declaration, symbols
from sip.declaration import ID_PATTERN, Document, Model
from sip.errors import Problem
from sip.layer import CodeList, LayerFile, ThemeFile
from sip.life import LifeFile
from sip.project import ProjectFile
from sip.rights import GroupsFile
from sip.style import StyleFile
from sip.topic import ReportFile


@dataclasses.dataclass(frozen=True)
class Entry[M: Model]:
    """One declared thing and the document it was read from."""

    id: str
    theme: str
    spec: M
    document: Document


class Reader:
    """Reads the files of a folder and collects what is wrong with them."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._hash = hashlib.sha256()
        self.problems: list[Problem] = []
        if not (folder / "layers").is_dir():
            self.problems.append(Problem(folder, 0, "", "there is no folder layers/ here"))

    @property
    def digest(self) -> str:
        """Changes when, and only when, a file that was read changes."""
        return self._hash.hexdigest()[:16]

    def _read[M: Model](self, model: type[M], pattern: str) -> dict[str, Entry[M]]:
        found: dict[str, Entry[M]] = {}
        for file in sorted(self._folder.glob(pattern)):
            if model is LayerFile and file.name == "_theme.yaml":
                continue
            shown = file.relative_to(self._folder)
            self._hash.update(f"{shown}\0".encode() + file.read_bytes() + b"\0")
            document, problems = declaration.read(file)
            self.problems += [dataclasses.replace(p, file=shown) for p in problems]
            if document is None or problems:
                continue
            document = Document(shown, document.data, document._lines)
            spec, problems = declaration.bind(model, document)
            self.problems += problems
            name, theme = file.stem.removeprefix("_"), shown.parts[1]
            if model is ThemeFile:
                name = theme
            self._check_name(shown, name, found)
            if spec is not None and name not in found:
                found[name] = Entry(name, theme, spec, document)
        for file in sorted(self._folder.glob(f"{pattern.split('/')[0]}/**/*.yml")):
            shown = file.relative_to(self._folder)
            problem = Problem(shown, 0, "", "the ending .yml is not read: name it .yaml")
            if problem not in self.problems:
                self.problems.append(problem)
        return found

    def _check_name(self, shown: Path, name: str, found: Mapping[str, Entry[Model]]) -> None:
        if not re.match(ID_PATTERN, name):
            text = f'"{name}" is no id (a-z first, then a-z, 0-9 and _, 48 characters at most)'
            self.problems.append(Problem(shown, 0, "", text))
        if name in found:
            text = f'the id "{name}" is taken by {found[name].document.file}'
            self.problems.append(Problem(shown, 0, "", text))

    def project(self) -> Entry[ProjectFile] | None:
        """Read the installation's file."""
        found = self._read(ProjectFile, "layers/_project.yaml")
        if not found and not (self._folder / "layers" / "_project.yaml").exists():
            file = Path("layers/_project.yaml")
            self.problems.append(Problem(file, 0, "", "is missing: it names the installation"))
        return found.get("project")

    def groups(self) -> Entry[GroupsFile] | None:
        """Read the groups, which need not be declared."""
        return self._read(GroupsFile, "layers/_groups.yaml").get("groups")

    def report(self) -> Entry[ReportFile] | None:
        """Read what the report of a plot is, which need not be declared."""
        return self._read(ReportFile, "layers/_report.yaml").get("report")

    def themes(self) -> dict[str, Entry[ThemeFile]]:
        """Read the themes."""
        return self._read(ThemeFile, "layers/*/_theme.yaml")

    def code_lists(self) -> dict[str, Entry[CodeList]]:
        """Read the code lists."""
        read = self._read(CodeList, "layers/*/codes/*.yaml")
        for name, entry in read.items():
            if unknown := [one for one in entry.spec.joins.values() if one not in read]:
                problem = entry.document.problem(("joins",), f"no code list: {', '.join(unknown)}")
                self.problems.append(problem)
            elif entry.spec.joins:
                lists = {begins: read[one].spec for begins, one in entry.spec.joins.items()}
                values = symbols.joined(lists)
                spec = entry.spec.model_copy(update={"values": values})
                read[name] = dataclasses.replace(entry, spec=spec)
        return read

    def lives(self) -> dict[str, Entry[LifeFile]]:
        """Read the lives of registers."""
        return self._read(LifeFile, "layers/*/lives/*.yaml")

    def layers(self, themes: Mapping[str, Entry[ThemeFile]]) -> dict[str, Entry[LayerFile]]:
        """Read the layers; each stands in the folder of a theme."""
        layers = self._read(LayerFile, "layers/*/*.yaml")
        for theme in sorted({entry.theme for entry in layers.values()} - set(themes)):
            file = Path("layers") / theme / "_theme.yaml"
            if not (self._folder / file).exists():
                self.problems.append(Problem(file, 0, "", "is missing: every theme has one"))
        return layers

    def styles(self) -> dict[str, Entry[StyleFile]]:
        """Read the styles."""
        return self._read(StyleFile, "styles/*/*.yaml")
