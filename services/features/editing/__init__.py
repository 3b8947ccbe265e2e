"""OGC API Features Part 4: create, replace, update and delete features."""
