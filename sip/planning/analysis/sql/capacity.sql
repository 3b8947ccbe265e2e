-- What areas allow to be built, and what stands on them: floor area above ground, m².
WITH area AS (
    SELECT id, {kind}::text AS kind, {name}::text AS name, {act}::text AS act,
        {intensity} AS intensity, {coverage_pct} AS coverage_pct, {height_m} AS height_m, geom
    FROM {areas}
    WHERE CASE WHEN %(act)s::text IS NOT NULL THEN {act} = %(act)s ELSE
        ({in_force}) AND coalesce({since}, '-infinity') <= %(day)s
        AND coalesce({until}, 'infinity') >= %(day)s END
), built AS (
    SELECT area.id, count(*) AS buildings, sum(ST_Area(building.geom)) AS footprint_m2,
        sum(ST_Area(building.geom) * building.{storeys}) AS floor_m2
    FROM area JOIN {buildings} AS building
        ON ST_Intersects(area.geom, building.geom)
        AND ST_Intersects(area.geom, ST_PointOnSurface(building.geom))
        AND coalesce(building.{buildings_since}, '-infinity') <= %(day)s
        AND coalesce(building.{buildings_until}, 'infinity') >= %(day)s
    GROUP BY area.id
)
SELECT area.id, area.kind, area.name, area.act, ST_Area(area.geom) AS m2,
    area.intensity, area.coverage_pct, area.height_m,
    coalesce(built.buildings, 0) AS buildings,
    coalesce(built.footprint_m2, 0) AS footprint_m2,
    coalesce(built.floor_m2, 0) AS floor_m2,
    ST_AsBinary(area.geom) AS shape
FROM area LEFT JOIN built ON built.id = area.id
ORDER BY area.kind, area.name, area.id
