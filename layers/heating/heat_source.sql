-- What of a heat source is counted in public: its 500 m cell, its household (the building, where it
-- is known, so that one building with many sources is one), and the kind of heating.
SELECT floor(ST_X(geom) / 500)::bigint || ' ' || floor(ST_Y(geom) / 500)::bigint AS area,
       coalesce(building_id, declaration_no) AS unit,
       CASE
           WHEN boiler_class = 'brak' THEN 'unclassed solid fuel'
           WHEN kind BETWEEN 'HS02' AND 'HS06' THEN 'solid fuel'
           WHEN kind = 'HS01' THEN 'district heating'
           WHEN kind = 'HS07' THEN 'gas'
           WHEN kind = 'HS09' THEN 'heat pump'
           ELSE 'other'
       END AS kind
FROM heating.heat_source
WHERE in_use AND valid_to IS NULL AND geom IS NOT NULL
