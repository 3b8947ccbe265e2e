-- The outlines of buildings that count for infill areas, of one unit or of all.
SELECT ST_AsBinary(building.geom) AS shape
FROM {buildings} AS building
WHERE building.{kind}::text = ANY(%(kinds)s)
    AND coalesce(building.{since}, '-infinity') <= %(day)s
    AND coalesce(building.{until}, 'infinity') >= %(day)s
    AND (%(unit)s::text IS NULL OR EXISTS (
        SELECT FROM {units} AS unit
        WHERE unit.{unit_key}::text = %(unit)s AND ST_DWithin(unit.geom, building.geom, %(reach_m)s)
    ))
ORDER BY building.id
