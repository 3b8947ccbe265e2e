-- What areas of one use take of every unit, m². Parts of areas that lie in no unit are in none.
WITH area AS (
    SELECT {kind}::text AS kind, {dictionary} AS dictionary, geom
    FROM {areas}
    WHERE ({in_force})
        AND coalesce({since}, '-infinity') <= %(day)s
        AND coalesce({until}, 'infinity') >= %(day)s
), unit AS (
    SELECT {unit_key}::text AS unit, {unit_name}::text AS unit_name, geom FROM {units}
), part AS (
    SELECT
        unit.unit,
        area.kind,
        area.dictionary,
        count(*) AS areas,
        sum(ST_Area(CASE
            WHEN ST_CoveredBy(area.geom, unit.geom) THEN area.geom
            ELSE ST_Intersection(area.geom, unit.geom)
        END)) AS m2
    FROM unit JOIN area ON ST_Intersects(unit.geom, area.geom)
    GROUP BY unit.unit, area.kind, area.dictionary
)
SELECT
    unit.unit, unit.unit_name, ST_Area(unit.geom) AS unit_m2,
    part.kind, part.dictionary, part.areas, part.m2
FROM unit LEFT JOIN part ON part.unit = unit.unit AND part.m2 >= %(least_m2)s
ORDER BY unit.unit, part.m2 DESC, part.kind, part.dictionary
