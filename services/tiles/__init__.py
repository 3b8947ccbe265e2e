"""Vector tiles: `/tiles/<layer>/{z}/{x}/{y}.mvt` and OGC API Tiles, written by PostGIS."""

from services.tiles.ogc import PART
from services.tiles.routes import routes
from sip.service import Service

SERVICE = Service(name="tiles", routes=routes, ogc=PART, answers_as_of=True)
