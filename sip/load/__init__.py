"""Rows from files into layers, all of them checked, and from layers into files."""
