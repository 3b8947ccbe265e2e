-- How much of every unit acts in force cover at each of some days, and how much of that is green, m².
WITH day AS (
    SELECT unnest(%(days)s::date[]) AS day
), unit AS (
    SELECT {unit_key}::text AS unit, {unit_name}::text AS unit_name, geom FROM {units}
), act AS (
    SELECT day.day, act.{act_key} AS act, act.geom
    FROM day JOIN {acts} AS act
        ON ({acts_in_force}) AND ({local})
        AND coalesce(act.{acts_since}, '-infinity') <= day.day
        AND coalesce(act.{acts_until}, 'infinity') >= day.day
), covered AS (
    SELECT act.day, unit.unit, count(*) AS acts, ST_UnaryUnion(ST_Collect(
        CASE WHEN ST_CoveredBy(act.geom, unit.geom) THEN act.geom
        ELSE ST_CollectionExtract(ST_Intersection(act.geom, unit.geom), 3) END)) AS geom
    FROM act JOIN unit ON ST_Intersects(unit.geom, act.geom)
    GROUP BY act.day, unit.unit
), green AS (
    SELECT covered.day, covered.unit, sum(ST_Area(
        CASE WHEN ST_CoveredBy(area.geom, covered.geom) THEN area.geom
        ELSE ST_Intersection(area.geom, covered.geom) END)) AS m2
    FROM covered JOIN {areas} AS area
        ON area.{kind}::text = ANY(%(green)s)
        AND ({areas_in_force})
        AND coalesce(area.{areas_since}, '-infinity') <= covered.day
        AND coalesce(area.{areas_until}, 'infinity') >= covered.day
        AND ST_Intersects(area.geom, covered.geom)
    GROUP BY covered.day, covered.unit
)
SELECT
    day.day,
    unit.unit,
    unit.unit_name,
    ST_Area(unit.geom) AS unit_m2,
    coalesce(covered.acts, 0) AS acts,
    coalesce(ST_Area(covered.geom), 0) AS covered_m2,
    coalesce(green.m2, 0) AS green_m2
FROM day CROSS JOIN unit
LEFT JOIN covered ON covered.day = day.day AND covered.unit = unit.unit
LEFT JOIN green ON green.day = day.day AND green.unit = unit.unit
ORDER BY day.day, unit.unit
