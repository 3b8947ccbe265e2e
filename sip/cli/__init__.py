"""The `sip` command: `sip/cli/<verb>.py` is `sip <verb>`.

A verb's module has a docstring (its help; the first line is the summary), and two functions:
`arguments(parser)` declares options, `run(args, settings)` does the work and returns the exit
code. `NEEDS_PROJECT = False` marks a verb that works outside a project (`settings` is None).
Verbs speak English; where the language is Polish, `sip.polish` says it on both streams.
A verb that is a Python word or module (`import`) is written with a `_` behind it.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType

from sip import __version__, settings
from sip.errors import DeclarationError, SipError, UsageError
from sip.text import Language


def main(argv: Sequence[str] | None = None) -> None:
    """Run one verb and exit: 0 done, 1 problems found, 2 wrong usage."""
    words = sys.argv[1:] if argv is None else list(argv)
    if settings.language() == "pl" and "--json" not in words:
        from sip import polish

        with (
            redirect_stdout(polish.speaking(sys.stdout)),
            redirect_stderr(polish.speaking(sys.stderr)),
        ):
            sys.exit(_run(words, "pl"))
    sys.exit(_run(words, "en"))


def verbs() -> list[str]:
    """Return every verb, sorted."""
    return sorted(module.name.rstrip("_") for module in pkgutil.iter_modules(__path__))


def _run(words: list[str], language: Language) -> int:
    parser = argparse.ArgumentParser(prog="sip", description="The spatial information platform.")
    parser.add_argument("--project", type=Path, metavar="FOLDER", help="the project folder")
    parser.add_argument("--version", action="version", version=f"sip {__version__}")
    chosen = next((word for word in words if word in verbs()), None)
    below = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb in verbs():
        help_text = _docstring(verb)
        sub = below.add_parser(
            verb,
            help=help_text.partition("\n")[0],
            description=help_text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if verb == chosen:
            _module(verb).arguments(sub)
    args = parser.parse_args(words)
    module = _module(args.verb)
    try:
        needed = getattr(module, "NEEDS_PROJECT", True)
        found = settings.find(args.project) if needed else None
        return int(module.run(args, found))
    except DeclarationError as error:
        print(error, file=sys.stderr)
        return 1
    except UsageError as error:
        print(f"sip {args.verb}: {error.said_in(language)}", file=sys.stderr)
        return 2
    except SipError as error:
        print(f"sip {args.verb}: {error.said_in(language)}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _file(verb: str) -> str:
    return next(one.name for one in pkgutil.iter_modules(__path__) if one.name.rstrip("_") == verb)


def _docstring(verb: str) -> str:
    """Read a verb's help without importing it: some need a second to load."""
    text = (Path(__path__[0]) / f"{_file(verb)}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").strip()


def _module(verb: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{_file(verb)}")
