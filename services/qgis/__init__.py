"""The QGIS projects: `/qgis/sip.qgz` on the database, `/qgis/sip-ogc.qgz` on OGC services only.

`/qgis/sip.qgz?act=<identifier>` is for work on one planning act.
"""

from services.qgis.routes import routes
from sip.service import Service

SERVICE = Service(name="qgis", routes=routes)
