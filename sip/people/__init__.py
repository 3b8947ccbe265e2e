"""People and systems: roles in the database, passwords, keys, and people's own data."""
