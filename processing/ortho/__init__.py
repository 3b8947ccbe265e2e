"""What can be computed from orthophotos."""

from processing.ortho.indices import ndvi

__all__ = ["ndvi"]
