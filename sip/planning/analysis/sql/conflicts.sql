-- Where areas of a draft meet what another layer has: the common part, or what lies within reach.
WITH area AS (
    SELECT id, {kind}::text AS kind, {name}::text AS name, geom
    FROM {areas} WHERE {act} = %(act)s
), common AS (
    SELECT area.id, area.kind, area.name, other.id AS other, other.{other_name}::text AS other_name,
        CASE
            WHEN %(within_m)s > 0 THEN ST_Intersection(area.geom, ST_Buffer(other.geom, %(within_m)s))
            ELSE ST_Intersection(area.geom, other.geom)
        END AS geom
    FROM area JOIN {other} AS other ON ST_DWithin(area.geom, other.geom, %(within_m)s)
    WHERE ({where})
        AND (%(kinds)s::text[] IS NULL OR (area.kind = ANY(%(kinds)s)) = %(is_in)s)
), met AS (
    -- Where areas also touch, their common part is a collection with lines: areas are what counts.
    SELECT id, kind, name, other, other_name,
        CASE
            WHEN GeometryType(geom) = 'GEOMETRYCOLLECTION'
            THEN ST_CollectionExtract(geom, ST_Dimension(geom) + 1)
            ELSE geom
        END AS geom
    FROM common
)
SELECT id, kind, name, other, other_name,
    ST_Area(geom) AS m2,
    CASE WHEN ST_Dimension(geom) = 1 THEN ST_Length(geom) END AS length_m,
    ST_AsBinary(geom) AS shape
FROM met
WHERE CASE ST_Dimension(geom)
    WHEN 2 THEN ST_Area(geom) >= %(least_m2)s
    WHEN 1 THEN %(other_dimension)s = 1 AND ST_Length(geom) >= %(least_m)s
    ELSE %(other_dimension)s = 0 AND NOT ST_IsEmpty(geom)
END
ORDER BY name, id, other
