"""A QGIS project made from the catalogue, without QGIS: groups, styles, forms, layouts."""

from sip.qgis.project import Source, project_file

__all__ = ["Source", "project_file"]
