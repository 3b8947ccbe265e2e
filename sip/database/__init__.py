"""The store: the private PostgreSQL cluster, and a database made from the catalogue."""
