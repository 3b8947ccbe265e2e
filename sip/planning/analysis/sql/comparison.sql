-- Where the areas of two acts meet, and what only one of them has; pieces with an area.
WITH before AS (
    SELECT {kind}::text AS kind, {name}::text AS name, {intensity} AS intensity,
        {coverage_pct} AS coverage_pct, {height_m} AS height_m, {bio_active_pct} AS bio_active_pct,
        geom
    FROM {areas} WHERE {act} = %(before)s
), after AS (
    SELECT {kind}::text AS kind, {name}::text AS name, {intensity} AS intensity,
        {coverage_pct} AS coverage_pct, {height_m} AS height_m, {bio_active_pct} AS bio_active_pct,
        geom
    FROM {areas} WHERE {act} = %(after)s
), piece AS (
    SELECT
        before.kind AS kind_before, after.kind AS kind_after,
        before.name AS name_before, after.name AS name_after,
        (before.intensity, before.coverage_pct, before.height_m, before.bio_active_pct)
            IS DISTINCT FROM
            (after.intensity, after.coverage_pct, after.height_m, after.bio_active_pct) AS differs,
        ST_CollectionExtract(ST_Intersection(before.geom, after.geom), 3) AS geom
    FROM before JOIN after ON ST_Intersects(before.geom, after.geom)
    UNION ALL
    SELECT before.kind, NULL, before.name, NULL, TRUE,
        CASE WHEN other.geom IS NULL THEN before.geom
        ELSE ST_CollectionExtract(ST_Difference(before.geom, other.geom), 3) END
    FROM before LEFT JOIN LATERAL (
        SELECT ST_Union(after.geom) AS geom FROM after WHERE ST_Intersects(before.geom, after.geom)
    ) AS other ON TRUE
    UNION ALL
    SELECT NULL, after.kind, NULL, after.name, TRUE,
        CASE WHEN other.geom IS NULL THEN after.geom
        ELSE ST_CollectionExtract(ST_Difference(after.geom, other.geom), 3) END
    FROM after LEFT JOIN LATERAL (
        SELECT ST_Union(before.geom) AS geom FROM before WHERE ST_Intersects(before.geom, after.geom)
    ) AS other ON TRUE
)
SELECT kind_before, kind_after, name_before, name_after, differs, ST_Area(geom) AS m2,
    ST_AsBinary(geom) AS shape
FROM piece
WHERE ST_Area(geom) >= %(least_m2)s AND ST_Perimeter(geom) ^ 2 / ST_Area(geom) <= %(slender)s
ORDER BY kind_before NULLS LAST, kind_after NULLS LAST, name_before, name_after
