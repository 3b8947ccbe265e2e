"""Spatial planning acts: the APP schemas, their rules, and the way in and out of the register."""
