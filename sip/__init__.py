"""SIP: the engine that turns a folder of layer files into a database and its services."""

__version__ = "0.1.0"
