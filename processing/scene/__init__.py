"""Scenes with exact truth: invented ground, houses, trees and streets, flown over and photographed.

A `Scene` says what is there. `scan` flies over it and returns points, `photograph` takes its
picture, `write` keeps both with the truth beside them. `town` and `forest` invent scenes from a
seed, `later` lets years pass, `fitted` builds a scene on ground, houses and trees that are given.
"""

from processing.scene.camera import photograph, seen
from processing.scene.content import Scene, empty
from processing.scene.files import write, write_changes
from processing.scene.fitting import fitted
from processing.scene.forest import forest
from processing.scene.scanner import Cloud, scan
from processing.scene.town import town
from processing.scene.years import Changes, later

__all__ = [
    "Changes", "Cloud", "Scene", "empty", "fitted", "forest", "later", "photograph", "scan", "seen",
    "town", "write", "write_changes",
]  # fmt: skip
