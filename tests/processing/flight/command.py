"""The command as its user calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip.cli import main


def sip(*arguments: str | Path) -> int:
    """Return the exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code
