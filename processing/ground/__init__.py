"""Ground, told from what stands on it."""

from processing.ground.filter import PROFILES, Ground, Settings, classify, profile

__all__ = ["PROFILES", "Ground", "Settings", "classify", "profile"]
