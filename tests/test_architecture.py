"""The house is kept in order: who imports whom, how long files are, who reads the environment."""

from __future__ import annotations

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("sip", "services", "processing", "geodata")
MOST_LINES = 400

RANKS = (
    ("sip.errors",),
    ("sip.settings", "sip.crs"),
    ("sip.declaration", "sip.text", "sip.tiling", "sip.account", "sip.sign_in", "sip.xml"),
    (
        "sip.rights",
        "sip.sight",
        "sip.symbols",
        "sip.topic",
        "sip.ground",
        "sip.feature_name",
        "sip.suggestion",
        "sip.life",
        "sip.provenance",
        "sip.layer",
        "sip.project",
        "sip.style",
        "sip.permissions",
        "sip.palette",
    ),
    ("sip.project_files", "sip.references", "sip.report_references"),
    ("sip.catalogue",),
)
"""Each row imports rows above it and its own, never below; modules not named come after all."""


@functools.cache
def tracked(pattern: str) -> tuple[Path, ...]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file())


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def modules() -> dict[str, ast.Module]:
    files = [one for one in tracked("*.py") if one.relative_to(ROOT).parts[0] in PACKAGES]
    return {module_name(file): ast.parse(file.read_text()) for file in files}


def imports(tree: ast.AST, *, lazy: bool = True) -> Iterator[str]:
    """Yield the modules of ours that a module imports; `lazy` also inside of functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (one if one in modules() else node.module for one in whole)
        elif lazy or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from imports(node, lazy=lazy)


@functools.cache
def ours(module: str, *, lazy: bool = True) -> frozenset[str]:
    found = imports(modules()[module], lazy=lazy)
    return frozenset(one for one in found if one in modules() and one != module)


def edges(prefix: str) -> list[tuple[str, str]]:
    return [
        (module, target)
        for module in sorted(modules())
        if module == prefix or module.startswith(f"{prefix}.")
        for target in sorted(ours(module))
    ]


def rank(module: str) -> int:
    for place, row in enumerate(RANKS):
        if any(module == one or module.startswith(f"{one}.") for one in row):
            return place
    return len(RANKS)


def test_engine_modules_import_downwards_only() -> None:
    wrong = [
        f"{module} -> {target}"
        for module, target in edges("sip")
        if not module.startswith(("sip.cli", "sip.processes"))
        and target != "sip"
        and rank(target) > rank(module)
    ]
    assert wrong == []


def test_only_the_command_line_imports_services_and_geodata() -> None:
    wrong = [
        f"{module} -> {target}"
        for module, target in edges("sip")
        if target.split(".")[0] in ("services", "geodata", "processing")
        and not module.startswith(("sip.cli", "sip.processes"))
        and (module, target) != ("sip.publish", "services")
    ]
    assert wrong == []


def test_a_service_imports_no_other_service_and_no_processing() -> None:
    wrong = [
        f"{module} -> {target}"
        for module, target in edges("services")
        if not module.startswith("services.host")  # it starts the others
        if target.split(".")[0] in ("processing", "geodata", "tests")
        or (target.startswith("services.") and target.split(".")[1] != module.split(".")[1:2][0])
        or target.startswith(("sip.cli", "sip.processes"))
    ]
    assert wrong == []


def test_a_process_imports_no_service_and_no_command() -> None:
    wrong = [
        f"{module} -> {target}"
        for module, target in edges("sip.processes")
        if target.split(".")[0] in ("services", "geodata")
        or target.startswith(("sip.cli", "sip.processes"))
    ]
    assert wrong == []


def test_processing_knows_neither_database_nor_settings() -> None:
    allowed = ("sip", "sip.errors", "sip.crs", "processing")
    wrong = [
        f"{module} -> {target}"
        for module, target in edges("processing")
        if target not in allowed and not target.startswith("processing.")
    ]
    assert wrong == []


def test_there_is_no_import_cycle() -> None:
    cycles: set[str] = set()
    done: set[str] = set()

    def walk(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            cycles.add(" -> ".join((*path[path.index(module) :], module)))
            return
        if module in done:
            return
        for target in sorted(ours(module, lazy=False)):
            walk(target, (*path, module))
        done.add(module)

    for module in sorted(modules()):
        walk(module, ())
    assert cycles == set()


@pytest.mark.parametrize("pattern", ["*.py", "*.js", "*.mjs", "*.sql", "*.sh"])
def test_no_file_is_longer_than_a_reader_s_patience(pattern: str) -> None:
    long = {
        str(file.relative_to(ROOT)): count
        for file in tracked(pattern)
        if "vendor" not in file.parts and (count := len(file.read_text().splitlines())) > MOST_LINES
    }
    assert long == {}


def test_only_settings_reads_the_environment() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        if module != "sip.settings"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("environ", "getenv")
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    ]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        if not module.startswith("sip.cli")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert wrong == []


def test_importing_sip_opens_no_file_and_no_connection() -> None:
    code = (
        "import sys\n"
        "def hook(event, args):\n"
        "    if event == 'open' and not str(args[0]).endswith(('.py', '.pyc', '.so')):\n"
        "        raise SystemExit(f'opened {args[0]}')\n"
        "    if event.startswith('socket.'): raise SystemExit(event)\n"
        "sys.addaudithook(hook)\n"
        "import sip\n"
    )
    done = subprocess.run(
        [".venv/bin/python", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
