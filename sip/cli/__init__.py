"""The `sip` command: `sip/cli/<verb>.py` is `sip <verb>`.

A verb's module has a docstring (its help; the first line is the summary), and two functions:
`arguments(parser)` declares options, `run(args, settings)` does the work and returns the exit
code. `NEEDS_PROJECT = False` marks a verb that works outside a project (`settings` is None).
Verbs speak English; where the language is Polish, `sip.polish` says it on both streams, and all
that a verb says of itself.
A verb that is a Python word or module (`import`) is written with a `_` behind it; a module with a
`_` before it is a part of a verb.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType

from sip import __version__, settings, usage
from sip.errors import DeclarationError, SipError, UsageError
from sip.text import Language

_WHAT = "The spatial information platform. `sip VERB --help` says more of each."


def main(argv: Sequence[str] | None = None) -> None:
    """Run one verb and exit: 0 done, 1 problems found, 2 wrong usage."""
    sys.exit(_run(sys.argv[1:] if argv is None else list(argv), settings.language()))


@functools.cache
def verbs() -> dict[str, str]:
    """Return every verb, sorted, and its module."""
    names = [one.name for one in pkgutil.iter_modules(__path__)]
    return {name.rstrip("_"): name for name in names if not name.startswith("_")}


def _run(words: list[str], language: Language) -> int:
    args = _parser(words, language).parse_args(words)
    with _spoken("en" if "--json" in words else language):
        return _done(args, language)


def _parser(words: Sequence[str], language: Language) -> usage.Parser:
    """Return the parser of all verbs, with the arguments of the one that is named."""
    parser = usage.Parser(prog="sip", description=_WHAT)
    parser.add_argument("--project", type=Path, metavar="FOLDER", help="the project folder")
    parser.add_argument("--version", action="version", version=f"sip {__version__}")
    below = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    known = verbs()
    chosen = next((word for word in words if word in known), None)
    for verb, file in known.items():
        told = _docstring(file)
        sub = below.add_parser(verb, help=usage.paragraphs(told)[0], description=told)
        if verb == chosen:
            _module(file).arguments(sub)
    if language == "pl":
        from sip import polish

        usage.translate(parser, polish.whole, polish.said)
    return parser


@contextmanager
def _spoken(language: Language) -> Iterator[None]:
    """Let both streams speak a language."""
    if language == "en":
        yield
        return
    from sip import polish

    with (
        redirect_stdout(polish.speaking(sys.stdout)),
        redirect_stderr(polish.speaking(sys.stderr)),
    ):
        yield


def _done(args: argparse.Namespace, language: Language) -> int:
    module = _module(verbs()[args.verb])
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


def _docstring(file: str) -> str:
    """Read a verb's help without importing it: some need a second to load."""
    text = (Path(__path__[0]) / f"{file}.py").read_text(encoding="utf-8")
    return text.split('"""', 2)[1]


def _module(file: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{file}")
