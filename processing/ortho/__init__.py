"""What can be computed from orthophotos."""

from processing.ortho.vegetation import ndvi

__all__ = ["ndvi"]
