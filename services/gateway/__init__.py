"""The ASGI application: every service behind one origin."""
