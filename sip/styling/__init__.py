"""One look, four languages: MapServer, MapLibre, SLD and QGIS draw the same legend.

`legend.of(catalogue, layer)` is what they all emit from: ordered entries, each with a condition,
a title in both languages and a symbol.
"""
