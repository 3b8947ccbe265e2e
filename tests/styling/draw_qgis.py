"""Run by the system's Python with PyQGIS: draws `<name>.json` with `<name>.qml` to `<name>.png`.

Usage: draw_qgis.py FOLDER TARGET NAME:WIDTH:HEIGHT:WEST:SOUTH...; a pixel is a metre at 96 dpi.
"""

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def main() -> None:
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    app = QgsApplication([], False)
    app.initQgis()
    for argument in sys.argv[3:]:
        draw(folder, target, argument)
    app.exitQgis()


def draw(folder: Path, target: Path, argument: str) -> None:
    name, *numbers = argument.split(":")
    width, height, west, south = map(float, numbers)
    layer = QgsVectorLayer(str(folder / f"{name}.json"), name, "ogr")
    text, good = layer.loadNamedStyle(str(folder / f"{name}.qml"))
    if not (layer.isValid() and good):
        sys.exit(f"{name}: {text}")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(int(width), int(height)))
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setExtent(QgsRectangle(west, south, west + width, south + height))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(target / f"{name}.png"))


main()
