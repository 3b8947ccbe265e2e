"""What can be computed from heights of the ground."""

from processing.terrain.shading import hillshade

__all__ = ["hillshade"]
