"""The looks of layers at /styles: MapLibre, SLD, QGIS."""

from services.styles.routes import routes
from sip.service import Service

SERVICE = Service(name="styles", routes=routes)
