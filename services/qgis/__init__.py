"""The QGIS projects: `/qgis/sip.qgz` on the database, `/qgis/sip-ogc.qgz` on OGC services only."""

from services.qgis.routes import routes
from sip.service import Service

SERVICE = Service(name="qgis", routes=routes)
