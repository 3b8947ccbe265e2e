"""How commands explain themselves: argparse's parser in another language, filled to the terminal.

A verb's help is its docstring. Its paragraphs are filled; those with an indented line, examples,
stay as they are written.
"""

from __future__ import annotations

import argparse
import datetime
import inspect
import shutil
import sys
import textwrap
from collections.abc import Callable
from typing import Any, NoReturn

type Said = Callable[[str], str]
"""From English to the language of the one who asks."""

WIDEST = 100
"""Columns: a longer line is hard to read, however wide the terminal is."""


class Formatter(argparse.HelpFormatter):
    """Fills paragraphs, and keeps examples."""

    said: Said = staticmethod(str)

    def __init__(self, prog: str, **given: Any):
        columns = min(shutil.get_terminal_size().columns, WIDEST)
        super().__init__(prog, **{"width": columns - 2, **given})

    def add_usage(
        self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:  # the names are argparse's
        """Begin with the word for usage."""
        super().add_usage(
            usage, actions, groups, self.said("usage: ") if prefix is None else prefix
        )

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Name what an option takes once, behind its last name."""
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        taken = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {taken}"

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(
            textwrap.indent(one if is_example(one) else textwrap.fill(one, width), indent)
            for one in paragraphs(text)
        )


class Parser(argparse.ArgumentParser):
    """argparse's parser, whose own words can be said in another language."""

    said: Said = staticmethod(str)

    def __init__(self, **given: Any):
        super().__init__(**{"formatter_class": Formatter, **given})

    def error(self, message: str) -> NoReturn:
        """Say how it is used and what is wrong, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self.said(f'error: {message}')}\n")

    def _get_formatter(self) -> argparse.HelpFormatter:
        formatter = super()._get_formatter()
        formatter.said = self.said  # type: ignore[attr-defined]
        return formatter


def action(below: argparse._SubParsersAction[Any], name: str, told: str) -> argparse.ArgumentParser:
    """Add an action of a verb; what is told of it is as a verb's docstring.

    Its first paragraph stands in the list of actions, all of it in the action's own help.
    """
    parser: argparse.ArgumentParser = below.add_parser(
        name, help=paragraphs(told)[0], description=told
    )
    return parser


def day(text: str) -> datetime.date:
    """Read a day that an option says.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day of ISO 8601') from None


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a help text, each as one line if it is no example."""
    parts = inspect.cleandoc(text).split("\n\n")
    return [one if is_example(one) else " ".join(one.split()) for one in parts]


def is_example(paragraph: str) -> bool:
    """Say whether a paragraph is kept line by line."""
    return any(line.startswith(" ") for line in paragraph.splitlines())


def translate(parser: argparse.ArgumentParser, phrase: Said, said: Said) -> None:
    """Say in another language whatever a parser and those below it say of themselves.

    Args:
        parser: With all its arguments declared.
        phrase: Translates a whole text, as help is.
        said: Translates a sentence made of values, as errors are.
    """
    if isinstance(parser, Parser):
        parser.said = said
    parser.description = "\n\n".join(map(phrase, paragraphs(parser.description or "")))
    for group in parser._action_groups:
        group.title = phrase(group.title or "")
    for action in parser._actions:
        action.help = phrase(action.help or "") or None
        if isinstance(action.metavar, str):
            action.metavar = phrase(action.metavar)
        elif action.metavar is not None:
            action.metavar = tuple(map(phrase, action.metavar))
        if isinstance(action, argparse._SubParsersAction):
            for listed in action._choices_actions:
                listed.help = phrase(listed.help or "")
            for below in action.choices.values():
                translate(below, phrase, said)
