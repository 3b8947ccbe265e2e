"""Work in the field: rows taken along in a GeoPackage, and their changes merged when it is back."""
