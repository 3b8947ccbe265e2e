-- The shape of one unit.
SELECT ST_AsBinary(geom) AS shape FROM {units} WHERE {unit_key}::text = %(unit)s
