"""OGC API Processes: what may be computed, asked for at once or as a job.

Processes are the modules of `sip/processes/`, jobs stand in the database and are done by `sip work
--jobs`. Who may ask, and whose job is whose, is the database's to say.
"""

from services.processes.part import PART
from services.processes.routes import routes
from sip.service import Service

SERVICE = Service(name="processes", routes=routes, ogc=PART)
