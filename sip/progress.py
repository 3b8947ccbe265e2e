"""A bar on standard error for what takes longer than two seconds."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import Progress

_PATIENCE_S = 2.0


@contextlib.contextmanager
def progress_bar(text: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told how much is done, and of how much (-1: unknown)."""
    begun = time.monotonic()
    with contextlib.ExitStack() as stack:
        shown: list[Progress] = []

        def tell(done: int, of: int) -> None:
            if time.monotonic() - begun < _PATIENCE_S:
                return
            if not shown:
                bar = Progress(console=Console(stderr=True), transient=True)
                shown.append(stack.enter_context(bar))
                bar.add_task(text)
            shown[0].update(shown[0].task_ids[0], completed=done, total=of if of > 0 else None)

        yield tell
