"""A bar on standard error for what takes longer than two seconds."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import Progress, ProgressColumn, Task
from rich.text import Text

from sip.settings import language

_PATIENCE_S = 2.0


@contextlib.contextmanager
def progress_bar(text: str, *, rate: str = "") -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told how much is done, and of how much (-1: unknown).

    With `rate` the bar says how many of them are done in a second. A bar is no line that a stream
    could translate: its words are translated here.
    """
    if language() == "pl":
        from sip import polish

        text, rate = polish.said(text), polish.said(rate)
    begun = time.monotonic()
    with contextlib.ExitStack() as stack:
        shown: list[Progress] = []

        def tell(done: int, of: int) -> None:
            if time.monotonic() - begun < _PATIENCE_S:
                return
            if not shown:
                columns = [*Progress.get_default_columns(), *([_Rate(rate)] if rate else [])]
                bar = Progress(*columns, console=Console(stderr=True), transient=True)
                shown.append(stack.enter_context(bar))
                bar.add_task(text)
            shown[0].update(shown[0].task_ids[0], completed=done, total=of if of > 0 else None)

        yield tell


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def __init__(self, unit: str):
        super().__init__()
        self._unit = unit

    def render(self, task: Task) -> Text:
        """Return the words."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f} {self._unit}/s" if speed else "")
