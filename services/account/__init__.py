"""Accounts: who sends a request, signing in and out, keys, and the purpose of reading."""

from services.account.identity import Identify
from services.account.routes import routes
from sip.service import Service

SERVICE = Service(name="account", routes=routes, around=Identify)
